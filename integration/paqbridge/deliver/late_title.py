"""Titles that lag behind their route: frameworks set them after the page call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.host import later, on_leave, page_facts
from paqbridge.native import read

if TYPE_CHECKING:
    from paqbridge.types import Event


def waiting_for_titles(settings: Any, send: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return ``send``, but that a page call after a change of route waits for ``titleDelay``.

    Then it has the title of that moment. What follows it waits as well, so that the order stays;
    the next page call, and leaving the page, end the wait.
    """
    held: list[Any] = []
    route: Any = None
    turn = 0

    def release() -> None:
        nonlocal held
        events = held
        held = []
        for event in events:
            if event["type"] == "page":
                was = event["page"]
                event["page"] = {**was, "title": page_facts()["title"], "stale": was["title"]}
            send(event)

    def wait() -> None:
        nonlocal turn
        turn += 1
        mine = turn
        on_leave(release)
        later(lambda: release() if turn == mine else None, settings["titleDelay"])

    def accept(event: Event) -> None:
        nonlocal held, route
        is_late = False
        if event["type"] == "page":
            release()
            before = route
            route = read(event.get("page"), "url")
            is_late = before is not None and before != route and settings.get("titleDelay")
        if is_late or len(held) > 0:
            held.append(event)
        else:
            send(event)
        if is_late:
            wait()

    return accept
