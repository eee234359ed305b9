"""Segment's argument overloads, sorted out."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.overloads import (
    alias_arguments,
    id_text,
    identity_arguments,
    is_name,
    page_arguments,
    track_arguments,
)


def six(*given: Any) -> list[Any]:
    """Return arguments as methods get them."""
    return [*given, *[None] * (6 - len(given))]


def named(names: str, values: Any) -> dict[str, Any]:
    """Return what arguments are sorted out as."""
    return dict(zip(names.split(" "), values, strict=True))


P, OPTIONS = {"p": 1}, {"o": 1}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("E",), ("E", None, None)),
        (("E", P, OPTIONS), ("E", P, OPTIONS)),
        (("E", "text", OPTIONS), ("E", None, OPTIONS)),
        (({"event": "E", "properties": P}, OPTIONS), ("E", P, OPTIONS)),
        (({"properties": "text"},), (None, None, None)),
        ((5,), (5, None, None)),
    ],
)
def test_track(given: Any, expected: Any) -> None:
    """The event may be a text or an object; what are no properties counts as none."""
    assert track_arguments(six(*given)) == named("event properties options", expected)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((), (None, None, None, None)),
        (("N",), (None, "N", None, None)),
        (("C", "N", P, OPTIONS), ("C", "N", P, OPTIONS)),
        (("C", None, P), (None, "C", P, None)),
        ((None, "N", P), (None, "N", P, None)),
        ((P, OPTIONS), (None, None, P, OPTIONS)),
        (("N", P, OPTIONS), (None, "N", P, OPTIONS)),
        (("C", "N", None, OPTIONS), ("C", "N", None, OPTIONS)),
        ((5,), (None, None, None, None)),
        (("N", None, "text", OPTIONS), (None, "N", None, OPTIONS)),
    ],
)
def test_page(given: Any, expected: Any) -> None:
    """A lone text is the name; a lone object in the last place is the options."""
    assert page_arguments(six(*given)) == named("category name properties options", expected)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("u", P, OPTIONS), ("u", P, OPTIONS)),
        ((P, OPTIONS), (None, P, OPTIONS)),
        ((None, P), (None, P, None)),
        (("", "text"), ("", None, None)),
        ((7,), ("7", None, None)),
    ],
)
def test_identity(given: Any, expected: Any) -> None:
    """The id may be left out; an empty one is said."""
    assert identity_arguments(six(*given)) == named("id traits options", expected)


def test_alias() -> None:
    """Two ids, and the first object as options."""
    assert alias_arguments(six("to", 5, OPTIONS)) == {"id": "to", "from": "5", "options": OPTIONS}
    assert alias_arguments(six(None, OPTIONS)) == {"id": None, "from": None, "options": OPTIONS}
    assert alias_arguments(six("to"))["options"] is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [("u", "u"), ("", ""), (" ", None), (0, None), (12, "12"), (True, None), ([], None)],
)
def test_ids(value: Any, expected: str | None) -> None:
    """Ids are texts; an empty one says that there is none, what can be none says nothing."""
    assert id_text(value) == expected


def test_long_ids() -> None:
    """Matomo keeps no more of an id."""
    assert id_text("x" * 300) == "x" * 200


@pytest.mark.parametrize(("event", "is_one"), [("E", True), ("", False), (5, False), (None, False)])
def test_names(event: Any, is_one: bool) -> None:
    """An event without a text for a name is none."""
    assert is_name(event) is is_one
