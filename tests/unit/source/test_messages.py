"""Messages in Segment's common format, of the arguments that a page gives."""

from __future__ import annotations

from typing import Any

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
