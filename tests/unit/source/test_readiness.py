"""Who waits for the tracker in the whole ``analytics``."""

from __future__ import annotations

from paqbridge.source.readiness import Readiness
from tests.support.fake_page import FakePage


def test_ready(fake: FakePage) -> None:
    """Who waits is called once, however often it settles; who comes later, or asks again, soon."""
    seen: list[str] = []
    readiness = Readiness()
    readiness.ready(lambda: readiness.ready(lambda: seen.append("inner")))
    readiness.ready("no callback")
    fake.run_timers(1000)
    readiness.settle()
    readiness.settle()
    readiness.ready(lambda: seen.append("late"))
    assert seen == []
    fake.run_timers(0)
    assert seen == ["late", "inner"]
