"""A tracker that is not fetched: ours, in the same file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.destination.own_tracker import brought
from tests.support.fake_page import FakePage


class Brought:
    """A file with a tracker, which takes over when it is told so; ``seen`` is what happens."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.done: Callable[[], object]
        outbox: Any = self
        nothing: Any = None
        given: Any = ("settings", nothing, "transport", outbox, nothing)
        self.tracker = brought(self.take_over)(*given)

    def take_over(self, settings: Any, transport: Any, done: Callable[[], object]) -> None:
        """Begin to make it the page's tracker."""
        assert (settings, transport) == ("settings", "transport")
        self.seen.append("begun")
        self.done = done

    def release(self) -> None:
        """Send what is held."""
        self.seen.append("released")


def test_it_starts_in_a_task_of_its_own(fake: FakePage) -> None:
    """Not in the one of ``load()``, which has been long enough; and once."""
    file = Brought()
    assert file.tracker.load() is None
    assert file.seen == []
    fake.run_timers(0)
    assert file.seen == ["begun"]
    fake.leave()
    assert file.seen == ["begun"]


def test_a_page_that_is_left_before_that(fake: FakePage) -> None:
    """A page that sends its visitor elsewhere at once has its tracker nevertheless."""
    file = Brought()
    file.tracker.load()
    fake.leave()
    assert file.seen == ["begun"]
    fake.run_timers(0)
    assert file.seen == ["begun"]


def test_what_is_held_leaves_first(fake: FakePage) -> None:
    """Who waits for the tracker is told once it has taken over, and has what was held."""
    file = Brought()
    file.tracker.expect([])
    file.tracker.tell(lambda: file.seen.append("told"))
    file.tracker.load()
    fake.run_timers(0)
    assert file.seen == ["begun"]
    file.done()
    assert file.seen == ["begun", "released", "told"]


def test_nobody_waits(fake: FakePage) -> None:
    """A destination that has ended meanwhile sends nothing more; nor one that nobody waits for."""
    file = Brought()
    file.tracker.load()
    fake.run_timers(0)
    file.done()
    file.tracker.tell(lambda: file.seen.append("told"))
    file.tracker.tell(None)
    file.done()
    assert file.seen == ["begun"]
