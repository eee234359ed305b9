"""Messages in Segment's common format, of the arguments that a page gives."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.messages import full_message, lean_message

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

    def reset(self) -> None:
        """Forget it."""


def made(make: Any, kind: str, *given: Any) -> Any:
    """Return the message of a call, its arguments filled up to five."""
    return make(kind, [*given, *[None] * (5 - len(given))], KnownUser())


@pytest.mark.parametrize("make", [lean_message, full_message])
def test_track(make: Any) -> None:
    """Event, properties and options stand in their places."""
    message = made(make, "track", "Paid", PROPERTIES, OPTIONS)
    assert (message["event"], message["properties"], message["options"]) == (
        "Paid", PROPERTIES, OPTIONS
    )  # fmt: skip
    assert message["userId"] == (None if make is lean_message else "stored")


@pytest.mark.parametrize("make", [lean_message, full_message])
def test_identify(make: Any) -> None:
    """The id is what the user makes of the first argument; no other call gives one."""
    user = KnownUser()
    given = ["u", {"plan": "pro"}, OPTIONS, None, None]
    message = make("identify", given, user)
    assert (message["userId"], message["options"], user.given) == ("stored", OPTIONS, ["u"])
    for kind in ("track", "page"):
        make(kind, given, user)
    assert [given for given in user.given if given is not None] == ["u"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [((), (None, None, None)),
     (("Cart",), (None, "Cart", None)),
     (("Shop", "Cart"), ("Shop", "Cart", None)),
     (("Shop", "Cart", PROPERTIES), ("Shop", "Cart", PROPERTIES)),
     (("Cart", PROPERTIES), (None, "Cart", PROPERTIES)),
     ((PROPERTIES,), (None, None, PROPERTIES)),
     (("Cart", None, PROPERTIES), (None, "Cart", PROPERTIES))],
)  # fmt: skip
def test_page(given: tuple[Any, ...], expected: Any) -> None:
    """Every argument may be left out; a lone text is the name."""
    message = made(full_message, "page", *given)
    assert (message.get("category"), message.get("name"), message["properties"]) == expected


@pytest.mark.parametrize(
    ("kind", "given"),
    [("page", ("Shop", "Cart", {}, OPTIONS)), ("page", ("Cart", {}, OPTIONS)),
     ("page", ({}, OPTIONS)), ("identify", ({}, OPTIONS)), ("group", ("g", {}, OPTIONS)),
     ("track", ("x", {}, OPTIONS)), ("track", ({}, {}, OPTIONS))],
)  # fmt: skip
def test_options_and_context(kind: str, given: Any) -> None:
    """They are behind the properties or the traits, wherever those stand."""
    message = made(full_message, kind, *given)
    assert (message["options"], message["context"]) == (OPTIONS, {"b": 2})


def test_ids_and_traits() -> None:
    """A group and an alias name somebody else than the user; traits may stand alone."""
    group = made(full_message, "group", "g", {"size": 3})
    assert (group["groupId"], group["traits"], group["userId"]) == ("g", {"size": 3}, None)
    assert made(full_message, "alias", "new")["userId"] == "new"
    assert made(full_message, "identify", {"plan": "pro"})["traits"] == {"plan": "pro"}
    assert "traits" not in made(full_message, "track", "x")
