"""Who the visitor is, and the group."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.person import OLD_USER, Person
from paqbridge.storage.allowed import save, shut
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
    one.take("u", [3])
    assert one.traits() == {"b": 2}


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


def test_nobody_says_yet_what_may_be_kept(fake: FakePage) -> None:
    """Till the page does, traits stay in memory, and ids are as Segment keeps them."""
    Person("user").identify("u", {"a": 1})
    assert fake.localStorage.items == {"ajs_user_id": '"u"'}


@pytest.mark.parametrize("stored", ['{"a":1}', "{}"])
def test_what_is_stored_and_no_id(fake: FakePage, stored: str) -> None:
    """Anybody may have written it."""
    fake.localStorage.items["ajs_user_id"] = stored
    assert (person().id(), person().current()) == (None, None)


@pytest.mark.parametrize(
    ("stores", "has_cookie", "has_text"),
    [(["cookie"], True, False), (["localStorage"], False, True), ([], False, False)],
)
def test_where_ids_are_kept(fake: FakePage, stores: Any, has_cookie: bool, has_text: bool) -> None:
    """Both ids are where the page wants them, and nowhere else."""
    one = person(options={"storage": {"stores": stores}})
    one.id("u")
    one.anonymous_id("A")
    names = {"ajs_user_id", "ajs_anonymous_id"}
    assert {*fake.document.cookies.jar} == (names if has_cookie else set())
    assert {*fake.localStorage.items} == (names if has_text else set())


@pytest.mark.parametrize("how", ["null", "false", "text"])
def test_an_id_that_is_forgotten(fake: FakePage, null: object, how: str) -> None:
    """By null, false or an empty text; what is not given, or yes, leaves it."""
    one = person()
    one.id("u")
    assert (one.id(True), one.id(None)) == ("u", "u")
    assert one.id({"null": null, "false": False, "text": ""}[how]) is None
    assert one.id() is None


def test_null_empties_the_rest(fake: FakePage, null: object) -> None:
    """An anonymous id is made anew, traits are none and stay none."""
    one = person(keeps_traits=True)
    one.anonymous_id("A")
    one.traits({"a": 1})
    assert (one.anonymous_id(null), one.traits(null)) == (None, {})
    assert (one.anonymous_id() not in ("A", None), one.traits()) == (True, {})
    assert fake.localStorage.items["ajs_user_traits"] == "{}"


@pytest.mark.parametrize("leave", [Person.logout, Person.reset])
def test_traits_of_nobody(fake: FakePage, leave: Any) -> None:
    """They are none after a logout, also where they were stored."""
    one = person(keeps_traits=True)
    one.identify("u", {"a": 1})
    leave(one)
    stored = fake.localStorage.items.get("ajs_user_traits")
    assert stored == ("{}" if leave is Person.logout else None)
    assert one.traits() == person(keeps_traits=True).traits() == {}


def test_consent_comes_and_goes(fake: FakePage) -> None:
    """What was said meanwhile is stored then; a no takes all away, the anonymous id for good."""
    shut(True)
    one = person(keeps_traits=True)
    one.identify("u", {"a": 1})
    anonymous = one.anonymous_id()
    assert (fake.document.cookie, fake.localStorage.items) == ("", {})
    shut(False)
    save(True)
    stored = {"ajs_user_id": '"u"', "ajs_anonymous_id": f'"{anonymous}"'}
    assert fake.localStorage.items == {**stored, "ajs_user_traits": '{"a":1}'}
    assert {*fake.document.cookies.jar} == {*stored}
    fake.localStorage.items["ajs_user_traits"] = "{}"
    save(False)
    assert (fake.document.cookie, fake.localStorage.items) == ("", {})
    assert one.anonymous_id() != anonymous


def test_a_no_to_what_an_earlier_page_has_stored(fake: FakePage) -> None:
    """Traits go, also where this page would not store them."""
    fake.localStorage.items["ajs_user_traits"] = "{}"
    person()
    save(False)
    assert fake.localStorage.items == {}


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
    one.reset()
    assert fake.document.cookie == ""


def test_oldest_cookies_of_somebody_else(fake: FakePage) -> None:
    """Whom a newer library knows stays; what is no record is nobody's."""
    fake.localStorage.items["ajs_user_id"] = '"new"'
    fake.document.cookie = "ajs_user=%7B%22id%22%3A%22old%22%2C%22traits%22%3A%7B%22a%22%3A1%7D%7D"
    assert (person().id(), person().traits()) == ("new", {})


def test_off(fake: FakePage) -> None:
    """Where a person is switched off there is none, whoever was known before."""
    one = person()
    one.id("u")
    one.configure({"user": {"disable": True}}, False)
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


def test_options_of_all(fake: FakePage) -> None:
    """They go on counting where one person gets others."""
    one = person(options={"storage": {"stores": ["localStorage"]}})
    one.options()({"cookie": {"key": "own"}})
    one.id("u")
    assert (fake.document.cookie, fake.localStorage.items) == ("", {"own": '"u"'})
