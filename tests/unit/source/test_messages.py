"""Messages in Segment's common format, of the arguments that a page gives."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.messages import lean_message

PROPERTIES = {"a": 1}
OPTIONS = {"context": {"b": 2}}


class KnownUser:
    """A user who takes every id."""

    def __init__(self) -> None:
        self.given: list[Any] = []

    def id(self, value: Any = None) -> Any:
        """Return the id that is stored."""
        self.given.append(value)
        return "stored"

    def remembered(self) -> None:
        """Nobody is remembered."""

    def reset(self) -> None:
        """Forget it."""


def made(kind: Any, *given: Any) -> Any:
    """Return the message of a call, its arguments filled up to five."""
    return lean_message(kind, [*given, *[None] * (5 - len(given))], KnownUser())


def test_track() -> None:
    """Event, properties and options stand in their places."""
    message = made("track", "Paid", PROPERTIES, OPTIONS)
    assert (message["event"], message["properties"], message["options"]) == (
        "Paid", PROPERTIES, OPTIONS
    )  # fmt: skip
    assert message["userId"] is None


def test_identify() -> None:
    """The id is what the user makes of the first argument; no other call gives one."""
    user = KnownUser()
    given: list[object] = ["u", {"plan": "pro"}, OPTIONS, None, None]
    message = lean_message("identify", given, user)
    assert (message["userId"], message["options"], user.given) == ("stored", OPTIONS, ["u"])
    for kind in ("track", "page"):
        lean_message(kind, given, user)
    assert [given for given in user.given if given is not None] == ["u"]


@pytest.mark.parametrize(
    ("kind", "given"),
    [("page", ["C", "N", PROPERTIES, OPTIONS]), ("page", ["N", PROPERTIES, OPTIONS, None]),
     ("page", [PROPERTIES, OPTIONS, None, None]), ("identify", ["u", PROPERTIES, OPTIONS]),
     ("identify", [PROPERTIES, OPTIONS, None]),
     ("track", ["E", PROPERTIES, OPTIONS]), ("track", [{}, PROPERTIES, OPTIONS])],
)  # fmt: skip
def test_the_place_of_options(kind: Any, given: list[Any]) -> None:
    """Behind the properties or the traits, wherever those stand."""
    assert made(kind, *given)["options"] is OPTIONS
