"""The journal of the latest calls: what was sent, what waits, what was left out, and why.

It holds texts and our own commands, nothing of the page's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast, final

from paqbridge.calls.waiting import CROWDED
from paqbridge.destination.consent_ability import is_objected_to
from paqbridge.explain.entry import as_data, fill, line, open_entry, refusal
from paqbridge.explain.whereabouts import HELD, NOT_SENT, OBJECTED
from paqbridge.host import tell

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Note
    from paqbridge.types.event import Event
    from paqbridge.types.explain import Entry, Shown
    from paqbridge.types.settings import ExplainSettings, Settings

LIMIT = 100
"""So many calls are kept; the oldest go first."""


@final
class Journal:
    """The entries of one ``analytics``.

    Each call is begun, turned to, described when it is mapped, and recorded or refused. Where
    commands that were held have gone is looked up when somebody asks, and when the visitor's
    consent changes.
    """

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._current: Entry | None = None
        self._settings: ExplainSettings | None = None
        self._find: Callable[[], list[str]] = lambda: []

    def watch(self, settings: Settings, find: Callable[[], list[str]]) -> None:
        """Know a destination's settings, and where it has what it holds."""
        self._settings = cast("ExplainSettings", settings)
        self._find = find

    def begin(self, event: Event) -> None:
        """Open the entry of a call, and let the event have it."""
        entry = open_entry(event)
        event["entry"] = entry
        first = len(self._entries) + 1 - LIMIT
        self._entries = [*self._entries[first if first > 0 else 0 :], entry]

    def turn_to(self, event: Event) -> None:
        """Know whose call is delivered next."""
        self._current = cast("Entry", event["entry"])

    def describe(self, event: Event, commands: list[Command], notes: list[Note]) -> None:
        """Say what the mapping has made of a call, which may have been held until now."""
        entry = cast("Entry", event["entry"])
        entry["is_described"] = True
        fill(entry, commands, notes, self._settings["matomoVersion"] if self._settings else "")
        if entry["is_delivered"] and len(entry["commands"]) == 0:
            self._conclude(entry, [NOT_SENT, refusal(entry)])

    def record(self, is_kept: bool) -> None:
        """Say of the call that was turned to last what has become of it."""
        entry = cast("Entry", self._current)
        if not is_kept:
            entry["commands"] = []
            self._conclude(entry, [NOT_SENT, CROWDED])
        elif entry["is_described"] and len(entry["commands"]) == 0:
            self._conclude(entry, [NOT_SENT, refusal(entry)])
        else:
            entry["is_delivered"] = True
            self._conclude(entry, self._find())

    def refuse(self, event: Event, why: str) -> None:
        """Say of a call why it is not sent."""
        self._conclude(cast("Entry", event["entry"]), [NOT_SENT, why])

    def lose(self, event: Event, why: str) -> None:
        """Say of a call that never got to the destination why, or that its visitor objects."""
        settings = self._settings
        is_objected = settings and settings.get("doNotTrack") and is_objected_to(settings)
        self.refuse(event, OBJECTED if is_objected else why)

    def _conclude(self, entry: Entry, place: list[str]) -> None:
        entry["place"] = place
        if self._settings and self._settings.get("debug") and is_worth_it(entry):
            tell(line(entry))

    def look(self) -> None:
        """Look again for what was held."""
        for entry in self._entries:
            if entry["place"][0] == HELD and entry["is_delivered"]:
                entry["place"] = self._find()

    def explain(self) -> list[Shown]:
        """Return the latest calls, the oldest first, as plain data."""
        self.look()
        return [as_data(entry) for entry in self._entries if is_worth_it(entry)]


def is_worth_it(entry: Entry) -> bool:
    """Tell whether a page wants to hear of an entry: of a user who is known, if that was told."""
    return entry["call"] != "known" or len(entry["commands"]) > 0
