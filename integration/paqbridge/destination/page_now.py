"""The page of now: what a call that may have waited is compared with when it is mapped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from paqbridge.host import latest_route, page_facts, seconds_since

if TYPE_CHECKING:
    from paqbridge.types.command import Mapped, Mapping, State
    from paqbridge.types.event import Event, FullEvent
    from paqbridge.types.page import PageFacts
    from paqbridge.types.settings import Settings


def on_page(own: Callable[[], PageFacts], mapping: Mapping) -> Mapping:
    """Return a mapping whose page calls have the facts of now.

    ``own`` returns what the tracker takes from the page by itself. Every call that has waited is
    marked as late.
    """

    def run(given: Event, settings: Settings, state: State) -> Mapped:
        event = cast("FullEvent", given)
        event["is_late"] = seconds_since(event["time"]) > 0
        if event["type"] == "page":
            now = page_facts()
            event["now"] = {
                "url": now["url"],
                "title": now["title"],
                "own": own(),
                "route": latest_route(),
            }
        return mapping(event, settings, state)

    return run
