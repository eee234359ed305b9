"""What of a call is compared with the page of now, when it is mapped."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.page_now import on_page
from paqbridge.host import latest_route
from tests.support.fake_page import EPOCH, FakePage


def mapped(kind: str, age: int) -> Any:
    """Return the event of a call that is so many milliseconds old, as the mapping gets it."""
    event: Any = {"type": kind, "time": EPOCH - age}
    nothing: Any = None
    words: Any = ("settings", "state")
    run = on_page(
        lambda: nothing, lambda here: [], lambda given, *others: ([], (given, others), [])
    )
    after: Any = run(event, *words)[1]
    assert after[1] == words
    return after[0]


@pytest.mark.parametrize(("age", "is_late"), [(0, False), (999, False), (1000, True)])
def test_late(fake: FakePage, age: int, is_late: bool) -> None:
    """A call is late from a second on: Matomo knows no shorter times."""
    assert mapped("track", age)["is_late"] is is_late


HOME, SHIRTS = "https://shop.test/", "https://shop.test/shirts"
EVENT = ["trackEvent", "All", "E"]


def told(*calls: tuple[str, str], commands: Any = (EVENT,), facts: str = "auto") -> Any:
    """Return what calls, each of a kind and at an address, lead to."""
    nothing: Any = None
    settings: Any = {"pageFacts": facts}
    run = on_page(
        lambda: nothing,
        lambda here: [["setCustomUrl", here]],
        lambda given, *others: ([*commands], None, []),
    )
    events: Any = [{"type": kind, "time": EPOCH, "here": here} for kind, here in calls]
    return [command for event in events for command in run(event, settings, None)[0]]


def test_an_event_ahead_of_all_views(fake: FakePage) -> None:
    """Each tells where it was; later ones are of the view."""
    moved, back = ["setCustomUrl", SHIRTS], ["setCustomUrl", HOME]
    assert told(("track", SHIRTS), ("track", HOME)) == [moved, EVENT, back, EVENT]
    assert told(("identify", HOME), ("track", SHIRTS)) == [EVENT, moved, EVENT]
    assert told(("page", HOME), ("track", SHIRTS)) == [EVENT, EVENT]
    assert told(("track", SHIRTS), facts="never") == [EVENT]
    # One that leads to nothing is none.
    assert told(("track", SHIRTS), commands=()) == []


def test_only_a_page_call_is_compared(fake: FakePage) -> None:
    """It has URL, title and route of now, and what the tracker takes by itself."""
    assert "now" not in mapped("track", 0)
    fake.location.href = "https://shop.test/a"
    assert mapped("page", 0)["now"] == {
        "url": "https://shop.test/a",
        "title": "Shop",
        "own": None,
        "route": latest_route(),
    }
