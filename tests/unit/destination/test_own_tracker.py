"""A tracker that is not fetched: ours, in the same file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.destination.own_tracker import brought


class Brought:
    """A file with a tracker, which takes over when it is told so; ``seen`` is what happens."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.done: Callable[[], object]
        outbox: Any = self
        nothing: Any = None
        self.tracker = brought(self.take_over)(nothing, nothing, nothing, outbox, nothing)

    def take_over(self, settings: Any, transport: Any, done: Callable[[], object]) -> None:
        """Begin to make it the page's tracker."""
        self.seen.append("begun")
        self.done = done

    def release(self) -> None:
        """Send what is held."""
        self.seen.append("released")


def test_what_is_held_leaves_first() -> None:
    """Who waits for the tracker is told once it has taken over, and has what was held."""
    file = Brought()
    file.tracker.expect([])
    file.tracker.tell(lambda: file.seen.append("told"))
    assert file.tracker.load() is None
    assert file.seen == ["begun"]
    file.done()
    assert file.seen == ["begun", "released", "told"]


def test_nobody_waits() -> None:
    """A destination that has ended meanwhile sends nothing more; nor one that nobody waits for."""
    file = Brought()
    file.tracker.load()
    file.done()
    file.tracker.tell(lambda: file.seen.append("told"))
    file.tracker.tell(None)
    file.done()
    assert file.seen == ["begun"]
