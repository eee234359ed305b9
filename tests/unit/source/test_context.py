"""Segment's Context, as plugins, callbacks and promises use it."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.context import Handing
from tests.support.fake_page import EPOCH, FakePage

MESSAGE: Any = {"type": "track", "event": "E"}


def context() -> Any:
    """Return the context of a call."""
    return Handing(lambda: MESSAGE).page_side()


def test_what_is_logged_of_a_call(fake: FakePage) -> None:
    """Plugins write lines with the time; who reads them gets a list of their own."""
    one = context()
    one["log"]("warn", "slow", {"ms": 9})
    line = {"level": "warn", "message": "slow", "time": EPOCH, "extras": {"ms": 9}}
    assert one["logs"]() == [line]
    one["logs"]().clear()
    whole = {"id": one["id"], "event": MESSAGE, "logs": [line], "metrics": []}
    assert one["toJSON"]() == whole


def test_what_there_is_nothing_of(fake: FakePage) -> None:
    """A call is tried once, and not measured; both are there for those who look."""
    one = context()
    assert (one["attempts"], one["flush"](), one["stats"]["metrics"]) == (1, None, [])
    assert [one["stats"][name]() for name in ("increment", "gauge", "flush")] == [None] * 3
    assert one["logs"]() == []


def test_one_call_is_not_another(fake: FakePage) -> None:
    """Each has an id of its own."""
    one = context()
    assert [one["isSame"](other) for other in (one, context(), None)] == [True, False, False]


def test_one_that_cancels_is_stopped(fake: FakePage, swallowing: None) -> None:
    """What it says as the reason is thrown, through the guards too."""
    with pytest.raises(RuntimeError, match=r"^mine$"):
        context()["cancel"]("mine")
