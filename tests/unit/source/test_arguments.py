"""Callbacks, and what a snippet has noted, among the arguments of a call."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.arguments import take_callback, take_moment


def test_a_callback_ends_the_arguments() -> None:
    """It leaves nothing in its place, nor what stands behind it."""
    given: list[Any] = ["N", print, {}, "text", None, None]
    assert take_callback(given) is print
    assert given == ["N", *[None] * 5]
    assert take_callback(given) is None


@pytest.mark.parametrize("place", range(6))
def test_what_a_snippet_has_noted(place: int) -> None:
    """It is the last of the arguments, wherever that is."""
    note = {"__t": "bpc"}
    given: list[Any] = [*range(place), note, *[None] * (5 - place)]
    assert take_moment(given) is note
    assert given == [*range(place), *[None] * (6 - place)]


def test_nothing_is_noted() -> None:
    """A call of now has no such."""
    for given in ([None] * 6, ["E", {"__t": "other"}, None]):
        assert take_moment([*given]) is None
