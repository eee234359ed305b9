"""The journal of the latest calls: what was sent, what waits, what was left out, and why.

It holds texts and our own commands, nothing of the page's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.deliver.whereabouts import CROWDED, HELD, LATE, NOT_SENT
from paqbridge.explain.entry import as_data, drop, fill, line, open_entry, refusal
from paqbridge.host import tell

if TYPE_CHECKING:
    from paqbridge.types import Command, Event, Note

LIMIT = 100
"""So many calls are kept; the oldest go first."""


def create_journal() -> Any:
    """Return ``explain`` for the page; the rest is for those who know of a call.

    Each call is begun, handed over, described, and recorded or refused. Where commands that were
    held have gone is looked up when somebody asks, and when the visitor's consent changes.
    """
    entries: list[Any] = []
    options: Any = None
    find: Any = None

    def watch(settings: Any, whereabouts: Callable[[], Any]) -> None:
        """Know a destination's settings, and where it has what it holds."""
        nonlocal options, find
        options = settings
        find = whereabouts

    def begin(event: Event) -> None:
        nonlocal entries
        event["entry"] = open_entry(event)
        first = len(entries) + 1 - LIMIT
        entries = [*entries[first if first > 0 else 0 :], event["entry"]]

    def hand_over(event: Event) -> None:
        """Say that a call is the destination's, which may keep it back."""
        event["entry"]["place"] = LATE

    def refuse(event: Event, why: str) -> None:
        conclude(event, [NOT_SENT, why])

    def describe(event: Event, commands: list[Command], notes: list[Note]) -> None:
        """Say what the mapping has made of a call, before it is delivered."""
        fill(event["entry"], commands, notes)

    def record(event: Event, commands: list[Command], delivered: Any) -> None:
        """Say of a call what has become of it; ``delivered`` is what is on its way, if not lost."""
        entry = event["entry"]
        if delivered is None:
            entry["commands"] = []
            refuse(event, CROWDED)
            return
        drop(entry, commands, delivered)
        if len(entry["commands"]) == 0:
            refuse(event, refusal(entry))
        else:
            entry["is_delivered"] = True
            conclude(event, find())

    def conclude(event: Event, place: list[str]) -> None:
        event["entry"]["place"] = place
        if options.get("debug"):
            tell(line(event["entry"]))

    def look() -> None:
        """Look again for what was held."""
        for entry in entries:
            if entry["place"][0] == HELD and entry["is_delivered"]:
                entry["place"] = find()

    def explain() -> list[Any]:
        """Return the latest calls, the oldest first, as plain data."""
        look()
        return [as_data(entry) for entry in entries]

    return {
        "watch": watch,
        "begin": begin,
        "hand_over": hand_over,
        "describe": describe,
        "refuse": refuse,
        "record": record,
        "look": look,
        "explain": explain,
    }
