"""Who waits for the tracker in the whole ``analytics``."""

from __future__ import annotations

import pytest

from paqbridge.source.readiness import Readiness, call_after
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


@pytest.mark.parametrize("milliseconds", [0, 1, 2])
def test_a_callback_of_a_call(fake: FakePage, milliseconds: int) -> None:
    """It has the call's context after its time; with none it is soon, not now."""
    seen: list[str] = []
    call_after(seen.append, "context", milliseconds)
    fake.run_timers(milliseconds - 1)
    assert seen == []
    fake.run_timers(1)
    assert seen == ["context"]
