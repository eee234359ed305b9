"""Events for the page's ears."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.listeners import Listeners
from paqbridge.source.owner import Owner
from tests.support.fake_page import FakePage


@pytest.fixture
def listeners() -> Listeners:
    """Return listeners of one ``analytics``."""
    return Listeners(Owner("analytics"))


def test_order_and_once(listeners: Listeners) -> None:
    """All are called in their order, one added twice twice, one of ``once`` once."""
    heard: list[Any] = []

    def first(a: Any, b: Any) -> None:
        heard.append(("first", a, b))

    assert listeners.on("e", first) == "analytics"
    listeners.once("e", lambda: heard.append("once"))
    listeners.on("e", first)
    listeners.on("e", "no function")
    assert listeners.emit(["e", 1, 2]) == "analytics"
    listeners.tell("e", [3, 4])
    listeners.tell("other", [])
    first_12, first_34 = ("first", 1, 2), ("first", 3, 4)
    assert heard == [first_12, "once", first_12, first_34, first_34]


def test_off(listeners: Listeners) -> None:
    """One listener, those of an event, all."""

    def hear(*given: Any) -> None:
        raise AssertionError

    def other(*given: Any) -> None:
        """Hear of nothing."""

    for event in ("a", "b"):
        listeners.on(event, hear)
        listeners.once(event, other)
    listeners.off("a", hear)
    assert listeners.has("a")
    listeners.off("a", None)
    assert (listeners.has("a"), listeners.has("b")) == (False, True)
    listeners.off(None, None)
    assert not listeners.has("b")


def test_one_that_throws(fake: FakePage, swallowing: None, listeners: Listeners) -> None:
    """It costs the others nothing, and is warned of."""
    heard: list[str] = []

    def throw(*given: Any) -> None:
        raise ValueError

    listeners.on("e", throw)
    listeners.on("e", lambda *given: heard.append("second"))
    listeners.tell("e", [])
    assert heard == ["second"]
    assert len(fake.warnings) == 1


def test_one_that_listens_to_more(listeners: Listeners) -> None:
    """A listener that is added while an event is told hears of the next."""
    heard: list[str] = []
    listeners.once("e", lambda *given: listeners.on("e", lambda *more: heard.append("late")))
    listeners.tell("e", [])
    assert heard == []
    listeners.tell("e", [])
    assert heard == ["late"]
