"""What the next page must know."""

from __future__ import annotations

import json
from typing import Any

import pytest

from paqbridge.destination.memory import KEY, forget, remembering
from paqbridge.destination.storage import shut
from tests.support.fake_page import FakePage

ITEM = ["s", "Shirt", "", 2, 1]
NOTHING: dict[str, Any] = {"cart": [], "is_new_visit": False}


class Mapped:
    """A mapping that leads to the states of a list, and remembers those that it was given."""

    def __init__(self, *after: dict[str, Any]) -> None:
        self.after = list(after)
        self.given: list[Any] = []
        self.run = remembering(self.map)

    def map(self, event: Any, settings: Any, state: Any) -> Any:
        """Translate a call."""
        self.given.append(state)
        return [], {**NOTHING, **self.after.pop(0)}, []

    def call(self, state: Any = None, ecommerce: bool = True, new_visit: bool = False) -> Any:
        """Make one call; return the state after it."""
        settings: Any = {"ecommerce": ecommerce, "newVisitOnReset": new_visit}
        event: Any = {"type": "page"}
        return self.run(event, settings, state)[1]


def test_a_cart_is_there_on_the_next_page(fake: FakePage) -> None:
    """What one page has in the cart is the first state of the next, as it was stored."""
    Mapped({"cart": [ITEM]}).call()
    assert json.loads(fake.localStorage.items[KEY]) == [[ITEM], False]
    following = Mapped({})
    following.call()
    assert following.given == [{"stored": [ITEM], "is_new_visit": False}]


def test_a_new_visit_is_opened_on_the_next_page(fake: FakePage) -> None:
    """A logout without a request after it leaves the mark to the page to come."""
    Mapped({"is_new_visit": True}).call(ecommerce=False, new_visit=True)
    following = Mapped({})
    following.call(ecommerce=False, new_visit=True)
    assert following.given == [{"stored": [], "is_new_visit": True}]
    assert fake.localStorage.items == {}


def test_storage_is_not_looked_at_without_need(fake: FakePage) -> None:
    """Without either setting nothing is read, so an old cart is none of this page's."""
    fake.localStorage.items[KEY] = json.dumps([[ITEM], True])
    plain = Mapped({})
    plain.call(ecommerce=False)
    assert plain.given == [{"stored": None, "is_new_visit": False}]
    assert fake.localStorage.items == {KEY: json.dumps([[ITEM], True])}


def test_only_what_has_changed_is_written(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """One write for each change; where there is nothing left to know it is forgotten."""
    written: list[Any] = []
    monkeypatch.setattr(
        "paqbridge.destination.memory.keep_text", lambda name, text: written.append(text)
    )
    mapping = Mapped({"cart": [ITEM]}, {"cart": [ITEM]}, {}, {})
    state = None
    for _ in range(4):
        state = mapping.call(state)
    assert written == ['[[["s","Shirt","",2,1]],false]', None]


def test_later_states_are_the_mappings_own(fake: FakePage) -> None:
    """Storage is read once on a page: what another tab writes meanwhile is its own matter."""
    mapping = Mapped({"cart": [ITEM]}, {"cart": [ITEM]})
    state = mapping.call()
    fake.localStorage.items[KEY] = "[]"
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
