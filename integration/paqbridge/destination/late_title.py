"""Titles that lag behind their route: frameworks set them after the page call."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.host import later, on_leave, page_facts

if TYPE_CHECKING:
    from paqbridge.types.destination import Send
    from paqbridge.types.event import CallFacts, Event, FullEvent
    from paqbridge.types.settings import FullSettings, Settings


def waiting_for_titles(settings: Settings, send: Send) -> Send:
    """Return ``send``, but that a page call after a change of route waits for ``titleDelay``."""
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
        self._turn = 0

    def accept(self, event: Event) -> None:
        """Send an event, now or later."""
        is_late = event["type"] == "page" and self._is_late(page_of(event))
        if is_late or len(self._held) > 0:
            self._held.append(event)
        else:
            self._send(event)
        if is_late:
            self._wait()

    def _is_late(self, page: CallFacts) -> bool:
        """Tell whether a page call is one after a change of route, and so has to wait."""
        self._release()
        before = self._route
        self._route = page["url"]
        is_changed = before is not None and before != page["url"]
        return is_changed and self._settings["titleDelay"] > 0

    def _wait(self) -> None:
        self._turn += 1
        mine = self._turn
        on_leave(self._release)
        later(lambda: self._release() if self._turn == mine else None, self._settings["titleDelay"])

    def _release(self) -> None:
        events = self._held
        self._held = []
        for event in events:
            if event["type"] == "page":
                was = page_of(event)
                now: CallFacts = {**was, "title": page_facts()["title"], "stale": was["title"]}
                cast("FullEvent", event)["page"] = now
            self._send(event)


def page_of(event: Event) -> CallFacts:
    """Return the page's facts of a page call."""
    return cast("CallFacts", cast("FullEvent", event)["page"])
