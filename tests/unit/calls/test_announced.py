"""What is noted of a call when its host announces it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.calls.announced import Announced
from paqbridge.calls.message import full_event_of
from paqbridge.host import latest_route
from paqbridge.native import read
from tests.support.fake_page import FakePage


class Bus:
    """A host that announces calls, to whom it has told of itself."""

    def __init__(self) -> None:
        self.heard: dict[str, Callable[[Any], None]] = {}

    def on(self, event: str, listener: Callable[[Any], None]) -> None:
        """Take a listener."""
        self.heard[event] = listener


def test_the_facts_of_the_announcement(fake: FakePage) -> None:
    """They are those of then, whatever the page is when the call is handed over."""
    bus, announced = Bus(), Announced("made", lambda given: read(given, "call"))
    announced.hear(bus)
    fake.location.href = "https://shop.test/a"
    fake.document.title = "A"
    call = {"event": "x"}
    bus.heard["made"]({"call": call})
    fake.location.href = "https://shop.test/b"
    facts: Any = announced.moment(call)
    assert (facts["u"], facts["t"], facts["links"]) == ("https://shop.test/a", "A", [])
    assert announced.moment({}) is None


def test_a_route_that_was_left_and_came_back(fake: FakePage) -> None:
    """Handed over after both, the first call of it knows that its title is not that of now."""
    bus, announced = Bus(), Announced("made", lambda given: read(given, "call"))
    announced.hear(bus)
    calls = [{"event": url} for url in ("https://shop.test/a", "https://shop.test/b") * 2]
    for call in calls:
        fake.location.href = call["event"]
        bus.heard["made"]({"call": call})
    pages: list[Any] = [full_event_of("page", {"moment": announced.moment(call)}) for call in calls]
    numbers = [page["page"]["route"] for page in pages]
    assert [one - latest_route() for one in numbers] == [-3, -2, -1, 0]


def test_a_host_that_tells_of_nothing(fake: FakePage) -> None:
    """Then there is nothing to know, and no error."""
    for host in (None, {}, {"on": "later"}):
        announced = Announced("made", lambda given: given)
        announced.hear(host)
        assert announced.moment({}) is None
