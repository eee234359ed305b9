"""Calls that the page's URL asks for."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.source.query_string import query_calls, route
from tests.support.fake_page import FakePage

ALL = (
    "ajs_uid=u&ajs_trait_plan=pro&ajs_aid=a&ajs_event=Seen&ajs_prop_value=5&ajs_prop_note=&other=x"
)
CALLS = [
    ["setAnonymousId", "a"],
    ["identify", "u", {"plan": "pro"}],
    ["track", "Seen", {"value": "5", "note": ""}],
]


def asked(fake: FakePage, search: str, after: str = "", limits: Any = None) -> Any:
    """Return the calls that an address asks for."""
    fake.location = SimpleNamespace(search=search, href=f"https://shop.test/{search}{after}")
    return query_calls(limits)


def test_all_that_can_be_asked_for(fake: FakePage) -> None:
    """Who it is comes before what happened, whatever their order in the URL."""
    assert asked(fake, "?" + ALL) == CALLS


def test_a_route_after_the_hash(fake: FakePage) -> None:
    """Its query counts where the page's own URL has none."""
    assert asked(fake, "", "#/cart?" + ALL) == CALLS
    assert asked(fake, "?a=b", "#/cart?" + ALL) == []
    assert route() == "https://route/cart?" + ALL


def test_no_hash(fake: FakePage) -> None:
    """Then there is no route."""
    assert asked(fake, "") == []
    assert route() == "https://route"


@pytest.mark.parametrize(
    "query", ["ajs_trait_plan=pro", "ajs_prop_value=5", "ajs_uid=&ajs_aid=&ajs_event=", "uid=u"]
)
def test_what_asks_for_nothing(fake: FakePage, query: str) -> None:
    """Traits and properties alone do nothing, nor do ids and events that are blank."""
    assert asked(fake, "?" + query) == []


def test_limits(fake: FakePage) -> None:
    """A page may say which form an id must have; what is no pattern lets none pass."""
    number = re.compile(r"^\d+$")
    ids = "?ajs_uid=7&ajs_aid=b"
    assert asked(fake, ids, "", {"uid": number}) == [["setAnonymousId", "b"], ["identify", "7", {}]]
    assert asked(fake, ids, "", {"aid": number}) == [["identify", "7", {}]]
    assert asked(fake, "?ajs_aid=8", "", {"aid": number}) == [["setAnonymousId", "8"]]
    assert asked(fake, ids, "", {"uid": "text", "aid": "text"}) == []
