"""The page of now: what a call that may have waited is compared with when it is mapped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from paqbridge.host import latest_route, page_facts, seconds_since

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Mapped, Mapping, State
    from paqbridge.types.event import Event, FullEvent
    from paqbridge.types.page import PageFacts
    from paqbridge.types.settings import FullSettings, Settings


def on_page(
    own: Callable[[], PageFacts], move: Callable[[str | None], list[Command]], mapping: Mapping
) -> Mapping:
    """Return a mapping whose page calls have the facts of now.

    ``own`` returns what the tracker takes from the page by itself, ``move`` what gives it another
    address: those of events ahead of all views. Every call that has waited is marked as late.
    """
    has_view = False

    def run(given: Event, settings: Settings, state: State) -> Mapped:
        nonlocal has_view
        event = cast("FullEvent", given)
        event["is_late"] = seconds_since(event["time"]) > 0
        if event["type"] == "page":
            has_view = True
            now = page_facts()
            event["now"] = {
                "url": now["url"],
                "title": now["title"],
                "own": own(),
                "route": latest_route(),
            }
        commands, after, notes = mapping(event, settings, state)
        if not has_view and event["type"] == "track" and len(commands) > 0:
            if cast("FullSettings", settings)["pageFacts"] != "never":
                commands = [*move(event["here"]), *commands]
        return commands, after, notes

    return run
