"""Who the visitor is, and the group."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.person import OLD_USER, Person
from tests.support.fake_page import FakePage


def person(who: str = "user", options: Any = None, keeps_traits: bool = False) -> Person:
    """Return a person of a page that has said so much."""
    one = Person(who)
    one.configure(options, keeps_traits)
    return one


def test_nobody(fake: FakePage) -> None:
    """Nobody has no id and no traits, and leaves nothing."""
    for who in ("user", "group"):
        one = person(who)
        assert (one.id(), one.traits(), one.current(), one.remembered()) == (None, {}, None, None)
    assert (fake.document.cookie, fake.localStorage.items) == ("", {})


@pytest.mark.parametrize(
    ("given", "traits", "expected"),
    [
        ("u", {"b": 2}, ("u", {"a": 1, "b": 2})),
        (None, {"b": 2}, ("u", {"a": 1, "b": 2})),
        (None, None, ("u", {"a": 1})),
        ("v", {"b": 2}, ("v", {"b": 2})),
        ("v", None, ("v", {})),
        ("", {"b": 2}, ("u", {"b": 2})),
    ],
)
def test_identify(fake: FakePage, given: Any, traits: Any, expected: Any) -> None:
    """Traits of the same are joined, those of another replaced."""
    one = person()
    one.identify("u", {"a": 1})
    one.identify(given, traits)
    assert (one.id(), one.traits()) == expected


@pytest.mark.parametrize("given", [None, "", True, 0])
def test_a_page_that_names_nobody(given: Any, fake: FakePage) -> None:
    """What a page says of a user without the id is not joined, as in Segment's libraries."""
    one = person()
    one.take("u", {"a": 1})
    one.take(given, {"b": 2})
    assert (one.id(), one.traits()) == ("u", {"b": 2})


def test_traits_stay_in_memory(fake: FakePage) -> None:
    """They are stored where the page says so, and copies all the same."""
    person().identify("u", {"a": 1})
    assert "ajs_user_traits" not in fake.localStorage.items
    one = person(keeps_traits=True)
    one.traits({"a": 1})
    one.traits()["a"] = 2
    assert fake.localStorage.items["ajs_user_traits"] == '{"a":1}'
    assert person(keeps_traits=True).known_traits() == {"a": 1}


def test_another_tab_logs_in(fake: FakePage) -> None:
    """The traits that memory has are not theirs; an id that the page gives takes them along."""
    here, there = person(), person()
    here.identify("u", {"a": 1})
    there.identify("v", {"b": 2})
    here.identify("v", {"c": 3})
    assert (here.id(), here.traits()) == ("v", {"c": 3})
    here.id("w")
    assert here.traits() == {"c": 3}
    there.identify("x", None)
    assert here.traits() == {}


def test_another_tab_stores_its_traits(fake: FakePage) -> None:
    """Where traits are kept, they come along with its login."""
    here, there = person(keeps_traits=True), person(keeps_traits=True)
    here.identify("u", {"a": 1})
    there.identify("v", {"b": 2})
    here.identify("v", {"c": 3})
    assert here.traits() == {"b": 2, "c": 3}


def test_anonymous(fake: FakePage) -> None:
    """It is made when asked for, stays with who logs in, and goes with another user."""
    one = person()
    made = one.anonymous_id()
    one.id("u")
    assert one.anonymous_id() == made == person().anonymous_id()
    one.id("v")
    assert one.anonymous_id() != made
    assert one.anonymous_id("A") == "A"
    assert person("group").anonymous_id() is None


def test_reset(fake: FakePage) -> None:
    """Nothing of a person is left, not even what Segment's library has stored."""
    fake.localStorage.items["ajs_user_traits"] = "{}"
    one = person()
    one.identify("u", {"a": 1})
    one.anonymous_id()
    one.reset()
    assert (one.id(), one.traits(), one.remembered()) == (None, {}, None)
    assert (fake.document.cookie, fake.localStorage.items) == ("", {})


def test_oldest_cookies(fake: FakePage) -> None:
    """Who was known to Segment's oldest library is known."""
    fake.document.cookie = "ajs_user=%7B%22id%22%3A%22old%22%2C%22traits%22%3A%7B%22a%22%3A1%7D%7D"
    fake.document.cookie = "_sio=A----B"
    one = person()
    assert (one.id(), one.traits(), one.remembered()) == ("old", {"a": 1}, "old")
    assert one.anonymous_id() == "A"
    assert person("group").id() is None


def test_off(fake: FakePage) -> None:
    """Where a person is switched off there is none."""
    one = person(options={"user": {"disable": True}})
    one.identify("u", {"a": 1})
    assert (one.id("u"), one.current(), one.shown_traits(None)) == (None, None, None)
    assert one.anonymous_id() is None


@pytest.mark.parametrize("who", ["user", "group"])
def test_options_that_are_shown(fake: FakePage, who: str) -> None:
    """An object, and a function that takes others; what is said of the rest stays as it is."""
    said = {who: {"cookie": {"key": "own"}, "more": 1}, "persistTraits": True}
    one = person(who, said, keeps_traits=True)
    options: Any = one.options()
    cookie = {"key": "own", **({"oldKey": OLD_USER} if who == "user" else {})}
    storage = {"key": f"ajs_{who}_{'traits' if who == 'user' else 'properties'}"}
    shown = {"persist": True, "cookie": cookie, "localStorage": storage}
    assert options() == options(5) == {"more": 1, **shown}
    assert [options.persist, options.cookie, options.localStorage] == [True, cookie, storage]
    assert options({"localStorage": {"key": "mine"}})["localStorage"] == {"key": "mine"}
    one.identify("u", {"a": 1})
    assert fake.localStorage.items["mine"] == '{"a":1}'
    assert f"ajs_{who}_id" in fake.localStorage.items
    assert "own" not in fake.document.cookies.jar
    for store, persists in (("localStorage", True), ("cookie", True), ("memory", False)):
        kept: Any = person(who, {"storage": {"stores": [store]}}).options()
        assert kept.persist is persists
