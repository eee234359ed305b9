"""Events of a host's own."""

from __future__ import annotations

from typing import Any

from paqbridge.calls.emitter import Emitter
from tests.support.fake_page import FakePage


def test_on_and_off(fake: FakePage) -> None:
    """A listener hears its event's argument until it is off; others hear on, and no event does."""
    emitter = Emitter(None)
    seen: list[Any] = []

    def listen(argument: Any) -> None:
        seen.append(argument)

    emitter.on("a", listen)
    emitter.on("a", lambda argument: seen.append("other"))
    emitter.emit("a", 1)
    emitter.emit("b", 2)
    emitter.off("b", listen)
    emitter.off("a", listen)
    emitter.emit("a", 3)
    emitter.emit("", 4)
    assert (seen, fake.warnings) == ([1, "other", "other"], [])


def test_once() -> None:
    """One event only, even where the listener makes it happen again."""
    emitter = Emitter(None)
    seen: list[Any] = []

    def listen(argument: Any) -> None:
        seen.append(argument)
        emitter.emit("a", "again")

    emitter.once("a", listen)
    emitter.emit("a", 1)
    emitter.emit("a", 2)
    assert seen == [1]


def test_a_listener_that_throws(fake: FakePage) -> None:
    """Its error is shown, and the listeners after it hear the event all the same."""
    emitter = Emitter(None)
    seen: list[Any] = []
    emitter.on("a", lambda argument: 1 / 0)
    emitter.on("a", seen.append)
    emitter.emit("a", 1)
    assert (seen, fake.warnings) == ([1], ["paqbridge: a callback threw, received"])


def test_each_answers_its_owner() -> None:
    """Pages write such calls in a row, on the object that the emitter is part of."""
    owner = {"name": "Piwik"}
    emitter = Emitter(owner)
    answers = [emitter.on("a", print), emitter.once("a", print), emitter.off("a", print)]
    assert all(answer is owner for answer in [*answers, emitter.emit("b", None)])
