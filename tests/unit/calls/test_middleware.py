"""Functions of the page that see a call first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from paqbridge.calls.middleware import Middleware
from tests.support.fake_page import FakePage


def passing(*functions: Callable[[Any], Any]) -> Middleware:
    """Middleware with these functions."""
    middleware = Middleware("Piwik")
    five: list[Any] = [*functions, *[None] * (5 - len(functions))]
    middleware.add(*five)
    return middleware


def test_none() -> None:
    """Without functions the message itself passes; what is no function is none."""
    middleware = passing()
    message = {"event": "x"}
    assert middleware.is_empty()
    assert middleware.run(message) is message
    middleware.add({}, "x", 5, None, True)
    assert middleware.is_empty()


def test_each_sees_what_the_one_before_left() -> None:
    """They run in their order, each on a copy, and know the destination's name."""
    message = {"event": "x", "properties": {}}
    names: list[str] = []

    def mark(text: str) -> Callable[[Any], None]:
        def change(given: Any) -> None:
            names.append(given["integration"])
            given["payload"]["obj"]["event"] += text
            given["next"](given["payload"])

        return change

    middleware = passing(mark("1"), mark("2"))
    middleware.add(mark("3"), None, None, None, None)
    assert not middleware.is_empty()
    assert middleware.run(message) == {"event": "x123", "properties": {}}
    assert (message["event"], names) == ("x", ["Piwik"] * 3)


def test_they_may_ask_as_of_segments_facade() -> None:
    """A method that is missing would throw, and the call be lost."""

    def ask(given: Any) -> None:
        payload = given["payload"]
        payload["obj"]["event"] = payload["type"]() + payload["event"]() + payload["userId"]()
        given["next"](payload)

    passed = passing(ask).run({"type": "track", "event": "E", "userId": "u"})
    assert passed == {"type": "track", "event": "trackEu", "userId": "u"}


def test_five_at_once() -> None:
    """One call adds as many as five."""
    seen: list[int] = []

    def counting(number: int) -> Callable[[Any], None]:
        def count(given: Any) -> None:
            seen.append(number)
            given["next"](given["payload"])

        return count

    passing(*(counting(number) for number in range(5))).run({})
    assert seen == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("passed", [None, {}, {"obj": None}])
def test_a_dropped_call(passed: Any) -> None:
    """What a function passes on without a message is dropped, and those after it see nothing."""
    seen: list[Any] = []
    assert passing(lambda given: given["next"](passed), seen.append).run({"event": "x"}) is None
    assert passing(lambda given: None, seen.append).run({"event": "x"}) is None
    assert seen == []


def test_one_that_throws(fake: FakePage) -> None:
    """The call does not get past it, and its error is shown."""
    with pytest.raises(ZeroDivisionError):
        passing(lambda given: 1 / 0).run({"event": "x"})
    assert fake.warnings == ["paqbridge: a callback threw, received"]


def test_a_message_that_can_be_no_json() -> None:
    """It passes all the same: a property that holds itself, or a BigInt, costs no call."""
    message: dict[str, Any] = {"event": "x", "properties": {"a": object()}}
    passed = passing(lambda given: given["next"](given["payload"])).run(message)
    assert passed == message
