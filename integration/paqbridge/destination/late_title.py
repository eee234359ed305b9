"""Titles that lag behind their route: frameworks set them after the page call."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.host import is_parsing, later, on_leave, once_parsed, page_facts
from paqbridge.native import trimmed

if TYPE_CHECKING:
    from paqbridge.types.destination import Send
    from paqbridge.types.event import CallFacts, Event, FullEvent
    from paqbridge.types.settings import FullSettings, Settings

LOOK = 50
"""Milliseconds between two looks for a title that is missing."""

PATIENCE = 1000
"""Milliseconds until a title that is missing is given up, where ``titleDelay`` says nothing."""


def waiting_for_titles(settings: Settings, send: Send) -> Send:
    """Return ``send``, but that a page call after a change of route waits for its title.

    It does for ``titleDelay``; without that only where there is no title at all, until there is.
    The first one waits so while the document is being read: servers stream a title after the page.
    With ``titleDelay`` it goes on to wait, for an application that sets each title by a script.
    """
    return LateTitles(cast("FullSettings", settings), send).accept


@final
class LateTitles:
    """What waits for a title, with what follows it, so that the order stays.

    A page call then has the title of that moment. The next page call, and leaving the page, end
    the wait.
    """

    def __init__(self, settings: FullSettings, send: Send) -> None:
        self._settings = settings
        self._send = send
        self._held: list[Event] = []
        self._route: str | None = None
        self._delay = 0
        # The page call that came last is the first one, whose title the document brings.
        self._is_first = False
        # It came with another title than the route before had in the end: its own.
        self._has_own = False
        # The title that was there last while the route was; in the end the one that it got.
        self._title: str | None = None
        self._turn = 0

    def accept(self, event: Event) -> None:
        """Send an event, now or later."""
        is_late = event["type"] == "page" and self._is_late(page_of(event))
        if is_late or len(self._held) > 0:
            self._held.append(event)
        else:
            self._send(event)
        if is_late:
            self._begin()

    def _is_late(self, page: CallFacts) -> bool:
        """Tell whether a page call is one after a change of route, and so has to wait."""
        self._release()
        before = self._route
        self._route = page["url"]
        self._has_own = self._title != page["title"]
        self._title = page["title"]
        self._is_first = before is None
        delay = self._settings["titleDelay"]
        self._delay = 0 if self._is_first else delay
        is_new = is_parsing() or delay > 0 if self._is_first else before != page["url"]
        return is_new and (self._delay > 0 or not has_title())

    def _begin(self) -> None:
        mine = self._turn
        on_leave(self._release)
        once_parsed(self._end_first)
        delay = self._delay

        def look(left: int) -> None:
            """End the wait, or look again: nobody tells of a new title."""
            if self._turn == mine:
                now = page_facts()
                if now["url"] == self._route:
                    self._title = now["title"]
                if left > 0 and (delay or not has_title()):
                    pause = left if left < LOOK else LOOK
                    later(lambda: look(left - pause), pause)
                else:
                    self._release()

        look(delay or PATIENCE)

    def _end_first(self) -> None:
        if self._is_first and (self._settings["titleDelay"] == 0 or has_title()):
            self._release()

    def _release(self) -> None:
        self._turn += 1
        events = self._held
        self._held = []
        for event in events:
            if event["type"] == "page":
                cast("FullEvent", event)["page"] = self._with_title(page_of(event))
            self._send(event)

    def _with_title(self, was: CallFacts) -> CallFacts:
        """Return a call's facts with its title: that of now, or where the route is another by now
        the one that came while it was not; if none did, the call's own, if it has one."""
        now = page_facts()
        is_late = self._delay > 0 and self._title == was["title"] and not self._has_own
        if is_late or now["url"] == was["url"]:
            self._title = now["title"]
        return {**was, "title": self._title, "stale": was["title"]}


def has_title() -> bool:
    """Tell whether the document has a title that is not blank."""
    return trimmed(page_facts()["title"] or "") != ""


def page_of(event: Event) -> CallFacts:
    """Return the page's facts of a page call."""
    return cast("CallFacts", cast("FullEvent", event)["page"])
