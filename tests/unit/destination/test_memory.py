"""What the next page must know."""

from __future__ import annotations

import json
from typing import Any

import pytest

from paqbridge.destination.memory import (
    KEY,
    forget,
    keeps,
    left_to_next_page,
    remembering,
)
from paqbridge.storage.allowed import save, shut
from tests.support.fake_page import FakePage

ITEM = ["s", "Shirt", "", 2, 1]
NOTHING: dict[str, Any] = {"cart": [], "is_new_visit": False, "sticky": {}, "owner": None}
LEFT = {"stored": [], "is_new_visit": False, "stored_sticky": {}, "stored_owner": ""}
"""What a page without any of it leaves to the next."""


class Mapped:
    """A mapping that leads to the states of a list, and remembers those that it was given."""

    def __init__(self, *after: dict[str, Any]) -> None:
        self.after = list(after)
        self.given: list[Any] = []
        self.storable: list[Any] = []
        self.run = remembering(self.map)

    def map(self, event: Any, settings: Any, state: Any) -> Any:
        """Translate a call."""
        assert settings["disableCookies"] is False
        self.given.append(state)
        self.storable.append(event["storable"])
        return [], {**NOTHING, **self.after.pop(0)}, []

    def call(self, state: Any = None, ecommerce: bool = True, new_visit: bool = False) -> Any:
        """Make one call; return the state after it."""
        settings: Any = {
            "ecommerce": ecommerce,
            "newVisitOnReset": new_visit,
            "dimensions": {},
            "groupDimension": "",
            "disableCookies": False,
        }
        event: Any = {"type": "page"}
        return self.run(event, settings, state)[1]


def test_a_cart_is_there_on_the_next_page(fake: FakePage) -> None:
    """What one page has in the cart is the first state of the next, as it was stored."""
    first = Mapped({"cart": [ITEM], "owner": "u"})
    first.call()
    assert first.given == [None]
    assert json.loads(fake.localStorage.items[KEY]) == [[ITEM], False, {}, "u"]
    following = Mapped({})
    following.call()
    assert following.given == [{**LEFT, "stored": [ITEM], "stored_owner": "u"}]


def test_a_new_visit_is_opened_on_the_next_page(fake: FakePage) -> None:
    """A logout without a request after it leaves the mark to the page to come."""
    Mapped({"is_new_visit": True}).call(ecommerce=False, new_visit=True)
    following = Mapped({})
    following.call(ecommerce=False, new_visit=True)
    assert following.given == [{**LEFT, "is_new_visit": True}]
    assert fake.localStorage.items == {}


def test_without_cookies_nobody_is_kept(fake: FakePage) -> None:
    """The cart stays, but not whose it is."""
    settings: Any = {"ecommerce": True, "disableCookies": True}
    state: Any = {**NOTHING, "cart": [ITEM], "owner": "u"}
    assert json.loads(left_to_next_page(state, settings) or "") == [[ITEM], False, {}, ""]


def test_storage_is_not_looked_at_without_need(fake: FakePage) -> None:
    """Without either setting nothing is read, so an old cart is none of this page's."""
    fake.localStorage.items[KEY] = json.dumps([[ITEM], True])
    plain = Mapped({"cart": [ITEM]})
    plain.call(ecommerce=False)
    assert plain.given == [None]
    assert fake.localStorage.items == {KEY: json.dumps([[ITEM], True])}


def test_only_what_has_changed_is_written(fake: FakePage) -> None:
    """One write for each change; where there is nothing left to know it is forgotten."""
    written: list[Any] = []
    plain = fake.localStorage.setItem

    def write(name: str, value: str) -> None:
        written.append(value)
        plain(name, value)

    fake.localStorage.setItem = write  # type: ignore[method-assign]
    mapping = Mapped({"cart": [ITEM]}, {"cart": [ITEM]}, {}, {})
    state = None
    for _ in range(4):
        state = mapping.call(state)
    assert written == ['[[["s","Shirt","",2,1]],false,{},""]']
    assert fake.localStorage.items == {}


def test_storage_goes_before_memory(fake: FakePage) -> None:
    """What another tab has written since, or taken away, enters the next call's state."""
    other = ["t", "", "", 1, 1]
    mapping = Mapped({"cart": [ITEM]}, {"cart": [ITEM, other]}, {})
    state = mapping.call()
    fake.localStorage.items[KEY] = json.dumps([[ITEM, other], False, {"dimension1": "x"}])
    state = mapping.call(state)
    assert mapping.given[1]["stored"] == [ITEM, other]
    assert mapping.given[1]["stored_sticky"] == {"dimension1": "x"}
    fake.localStorage.items.clear()
    mapping.call(state)
    assert mapping.given[2]["stored"] == []


def test_memory_counts_where_nothing_can_be_stored(fake: FakePage) -> None:
    """Storage that is full or forbidden takes nothing away."""
    fake.localStorage.setItem = lambda name, value: None  # type: ignore[method-assign]
    mapping = Mapped({"cart": [ITEM]}, {"cart": [ITEM]})
    state = mapping.call()
    mapping.call(state)
    assert mapping.given[1] == state


@pytest.mark.parametrize("kept", ["{", "5", "null", '"text"', "[]", '{"0": []}'])
def test_what_is_stored_is_untrusted(fake: FakePage, kept: str) -> None:
    """Anybody may have written it: a mark counts only where it is true itself."""
    fake.localStorage.items[KEY] = kept
    mapping = Mapped({})
    mapping.call()
    assert mapping.given[0]["is_new_visit"] is False


def test_nothing_is_kept_before_consent(fake: FakePage) -> None:
    """While storage is shut the cart stays in memory; to forget is always possible."""
    fake.localStorage.items[KEY] = "[[],true]"
    shut(True)
    Mapped({"cart": [ITEM]}).call()
    assert fake.localStorage.items == {KEY: "[[],true]"}
    forget()
    assert fake.localStorage.items == {}


def test_a_call_says_whether_something_may_be_stored(fake: FakePage) -> None:
    """The mapping, which asks nobody, knows by that whether a visitor may be known again."""
    mapping = Mapped({}, {})
    for is_shut in (True, False):
        shut(is_shut)
        mapping.call()
    assert mapping.storable == [False, True]


def test_what_is_in_memory_is_stored_once_it_may_be(fake: FakePage) -> None:
    """With consent; the next call finds it as its own."""
    page = Mapped({"cart": [ITEM]}, {"cart": [ITEM]})
    shut(True)
    state = page.call()
    assert fake.localStorage.items == {}
    shut(False)
    save(True)
    assert json.loads(fake.localStorage.items[KEY]) == [[ITEM], False, {}, ""]
    page.call(state)
    assert page.given == [None, state]


def test_what_is_saved(fake: FakePage) -> None:
    """Only what a call has left, and only where it may be: others may have forgotten it since."""
    page = Mapped({"cart": [ITEM]})
    fake.localStorage.items[KEY] = "[[],true]"
    save(True)
    assert fake.localStorage.items == {KEY: "[[],true]"}
    page.call()
    fake.localStorage.items.clear()
    save(False)
    assert fake.localStorage.items == {}
    save(True)
    assert KEY in fake.localStorage.items


@pytest.mark.parametrize(
    ("said", "is_kept"),
    [
        ({}, False),
        ({"dimensions": {"traits.plan": 1}}, True),
        ({"groupDimension": "2"}, True),
        ({"dimensions": {"traits.plan": 1}, "disableCookies": True}, False),
        ({"newVisitOnReset": True, "disableCookies": True}, True),
        ({"ecommerce": True}, True),
    ],
)
def test_whose_pages_need_a_memory(said: Any, is_kept: bool) -> None:
    """Those with a cart, visits that a logout ends, or somebody who is known again by a trait."""
    nothing = {"dimensions": {}, "groupDimension": "", "disableCookies": False}
    settings: Any = {**nothing, "ecommerce": False, "newVisitOnReset": False, **said}
    assert keeps(settings) is is_kept


@pytest.mark.parametrize("is_bare", [True, False])
def test_dimensions_are_left(is_bare: bool) -> None:
    """But where nobody is to be known again."""
    settings: Any = {"ecommerce": True, "disableCookies": is_bare}
    state: Any = {**NOTHING, "sticky": {"dimension1": "x"}, "owner": "u"}
    left = None if is_bare else [[], False, {"dimension1": "x"}, "u"]
    assert json.loads(left_to_next_page(state, settings) or "null") == left
