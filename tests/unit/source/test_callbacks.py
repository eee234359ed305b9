"""Callbacks of the page's."""

from __future__ import annotations

from typing import Any

from paqbridge.source.callbacks import Readiness, run_later
from tests.support.fake_page import FakePage


def test_later(fake: FakePage) -> None:
    """A callback runs when its time has come; what is none is none."""
    seen: list[str] = []
    run_later(lambda: seen.append("called"), 300)
    run_later("nothing", 300)
    run_later(None, 300)
    fake.run_timers(299)
    assert (seen, len(fake.timers)) == ([], 1)
    fake.run_timers(1)
    assert seen == ["called"]


def test_one_that_throws(fake: FakePage) -> None:
    """It is warned of, and costs nobody else anything."""
    seen: list[str] = []
    run_later(lambda: 1 / 0, 0)
    run_later(lambda: seen.append("called"), 0)
    fake.run_timers(0)
    assert (seen, fake.warnings) == (["called"], ["paqbridge: a callback threw, received"])


def test_ready(fake: FakePage) -> None:
    """Who waits is called once, however often it settles; who comes later is called soon."""
    seen: list[str] = []
    readiness = Readiness()
    readiness.ready(lambda: seen.append("first"))
    fake.run_timers(1000)
    assert seen == []
    readiness.settle()
    readiness.settle()
    assert seen == []
    readiness.ready(lambda: seen.append("late"))
    fake.run_timers(0)
    assert seen == ["first", "late"]


def test_a_callback_that_waits_for_ready_itself(fake: FakePage) -> None:
    """A callback may ask again: it is called, and nothing goes round in circles."""
    seen: list[Any] = []
    readiness = Readiness()
    readiness.ready(lambda: readiness.ready(lambda: seen.append("inner")))
    readiness.settle()
    fake.run_timers(0)
    assert seen == ["inner"]
