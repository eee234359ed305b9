"""Calls before a host starts its destination."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.calls import waiting
from paqbridge.calls.waiting import UNLOADED, Waiting
from tests.support.fake_page import FakePage

pytestmark = pytest.mark.usefixtures("fake")


class Taker:
    """A receiver that remembers what it takes; events have the number of their making."""

    def __init__(self) -> None:
        self.made = 0
        self.taken: list[tuple[Any, Any]] = []
        self.lost: list[tuple[Any, str]] = []

    def kept(self, message: object) -> object:
        """Return a message as one that is kept."""
        return f"kept {message}"

    def event(self, kind: Any, message: object) -> Any:
        """Make an event."""
        self.made += 1
        return {"type": kind, "number": self.made}

    def take(self, event: Any, message: object) -> None:
        """Take one."""
        self.taken.append((event["number"], message))

    def accept(self, kind: Any, message: object) -> None:
        """Make an event and take it."""
        self.take(self.event(kind, message), message)

    def lose(self, event: Any, why: str) -> None:
        """Hear of one that is lost."""
        self.lost.append((event["number"], why))


def test_they_wait_in_their_order() -> None:
    """Each event is made when its call comes; then what has waited goes first, and all once."""
    taker = Taker()
    calls = Waiting(taker, taker.lose)
    calls.accept("page", "a")
    calls.accept("track", "b")
    assert (taker.made, taker.taken) == (2, [])
    calls.end()
    calls.accept("page", "c")
    calls.end()
    assert taker.taken == [(1, "kept a"), (2, "kept b"), (3, "c")]


def test_a_call_out_of_one_that_waited() -> None:
    """A call that the page makes while others are delivered is delivered at once."""
    taker = Taker()
    calls = Waiting(taker, taker.lose)
    calls.accept("page", "a")
    plain = taker.take

    def take(event: Any, message: object) -> None:
        plain(event, message)
        if message == "kept a":
            calls.accept("page", "inner")

    taker.take = take  # type: ignore[method-assign]
    calls.end()
    assert taker.taken == [(1, "kept a"), (2, "inner")]


def test_so_many_wait_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that never starts costs a bounded number of calls: the newest are dropped, aloud."""
    monkeypatch.setattr(waiting, "LIMIT", 2)
    taker = Taker()
    calls = Waiting(taker, taker.lose)
    for message in "abc":
        calls.accept("page", message)
    calls.end()
    assert [message for _, message in taker.taken] == ["kept a", "kept b"]
    assert taker.lost == [(3, "10,000 calls wait already")]
    calls.accept("page", "d")
    assert taker.taken[-1] == (4, "d")


def test_the_limit() -> None:
    """It is ten thousand, which the journal names in words."""
    assert waiting.LIMIT == 10_000


def test_load_that_never_comes(fake: FakePage) -> None:
    """Five seconds after the first call the page's developers hear what waits, once."""
    received: list[Any] = []
    fake.console.warn = lambda text, given: received.append((text, [*given]))
    taker = Taker()
    calls = Waiting(taker, taker.lose)
    calls.accept("page", "a")
    fake.run_timers(4000)
    calls.accept("page", "b")
    fake.run_timers(999)
    assert received == []
    fake.run_timers(1)
    waits = [({"type": "page", "number": n}, f"kept {x}") for n, x in ((1, "a"), (2, "b"))]
    heard = [(f"paqbridge: {UNLOADED}, received", waits)]
    assert received == heard
    fake.run_timers(10_000)
    assert received == heard


def test_load_that_comes(fake: FakePage) -> None:
    """Nobody hears of calls that have gone on."""
    taker = Taker()
    calls = Waiting(taker, taker.lose)
    calls.accept("page", "a")
    calls.end()
    fake.run_timers(10_000)
    assert fake.warnings == []
