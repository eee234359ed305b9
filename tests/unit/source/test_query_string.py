"""Calls that the page's URL asks for."""

from __future__ import annotations

import re
from typing import Any

import pytest

from paqbridge.source.query_string import query_calls

ALL = (
    "ajs_uid=u&ajs_trait_plan=pro&ajs_aid=a&ajs_event=Seen&ajs_prop_value=5&ajs_prop_note=&other=x"
)
CALLS = [
    ["setAnonymousId", "a"],
    ["identify", "u", {"plan": "pro"}],
    ["track", "Seen", {"value": "5", "note": ""}],
]


def asked(search: str, after: str = "", limits: Any = None) -> Any:
    """Return the calls that an address asks for."""
    return query_calls(f"https://shop.test/{search}{after}", limits)


def test_all_that_can_be_asked_for() -> None:
    """Who it is comes before what happened, whatever their order in the URL."""
    assert asked("?" + ALL) == CALLS


def test_a_route_after_the_hash() -> None:
    """Its query counts where the page's own URL has none."""
    assert asked("", "#/cart?" + ALL) == CALLS
    assert asked("?a=b", "#/cart?" + ALL) == []
    assert asked("?", "#/cart?" + ALL + "#more") == CALLS


def test_no_hash() -> None:
    """Then there is no route."""
    assert asked("") == []
    assert query_calls("", None) == []


@pytest.mark.parametrize(
    "query", ["ajs_trait_plan=pro", "ajs_prop_value=5", "ajs_uid=&ajs_aid=&ajs_event=", "uid=u"]
)
def test_what_asks_for_nothing(query: str) -> None:
    """Traits and properties alone do nothing, nor do ids and events that are blank."""
    assert asked("?" + query) == []


def test_limits() -> None:
    """A page may say which form an id must have; what is no pattern lets none pass."""
    number = re.compile(r"^\d+$")
    ids = "?ajs_uid=7&ajs_aid=b"
    assert asked(ids, "", {"uid": number}) == [["setAnonymousId", "b"], ["identify", "7", {}]]
    assert asked(ids, "", {"aid": number}) == [["identify", "7", {}]]
    assert asked("?ajs_aid=8", "", {"aid": number}) == [["setAnonymousId", "8"]]
    assert asked(ids, "", {"uid": "text", "aid": "text"}) == []
