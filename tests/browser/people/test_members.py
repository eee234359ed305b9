"""What ``user()`` and ``group()`` have besides ids: ``load``, ``options``, traits taken away."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.people.starting import load
from tests.support.visit import Visit


def test_load_gives_the_person(opened: Visit) -> None:
    """``load`` gives who it is, with what is stored now."""
    load(opened)
    said = """(analytics.user().id('u'), analytics.group().id('g'),
      [analytics.user().load().id(), analytics.group().load().id()])"""
    assert opened.run(said) == ["u", "g"]
    # Segment's oldest library may have stored somebody since.
    opened.run("""(analytics.user().id(null),
      document.cookie = 'ajs_user=' + encodeURIComponent('{"id":"old"}'), 0)""")
    assert opened.run("analytics.user().load().id()") == "old"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [True, "ajs_user_id", "ajs_group_properties"]),
        ({"user": {"cookie": {"key": "mine"}}}, [True, "mine", "ajs_group_properties"]),
        ({"disableClientPersistence": True}, [False, "ajs_user_id", "ajs_group_properties"]),
    ],
)
def test_options(options: dict[str, Any], expected: list[Any], opened: Visit) -> None:
    """``options`` tells under which names something is stored, and whether; as Segment's does."""
    opened.run("globalThis.early = analytics.user().options")
    load(opened, **options)
    user, group = "analytics.user().options", "analytics.group().options.localStorage.key"
    assert opened.run(f"[{user}.persist, {user}.cookie.key, {group}]") == expected
    assert opened.run(f"early === {user}")


def test_traits_that_are_taken_away(opened: Visit) -> None:
    """Stored are no traits then, in an object, as Segment's library has it."""
    opened.run("analytics.load({ siteId: 1, serverUrl: location.origin, persistTraits: true })")
    for call in ("analytics.user().traits(null)", "analytics.user().logout()"):
        opened.run("(analytics.identify('u', {a: 1}), 0)")
        opened.run(f"({call}, 0)")
        assert opened.run("localStorage.ajs_user_traits") == "{}"


def test_nobody_is_taken_over_where_the_user_is_switched_off(opened: Visit) -> None:
    """Who Segment's oldest library knew is not stored anew, at the start or by ``load``."""
    old = "ajs_user=" + "%7B%22id%22%3A%22old%22%7D"
    opened.run(f"(document.cookie = '{old}', 0)")
    load(opened, user={"disable": True})
    assert opened.run("(analytics.user().load(), analytics.user().id())") is None
    assert opened.run("[document.cookie, {...localStorage}]") == [old, {}]


def test_options_that_are_asked_for(opened: Visit) -> None:
    """Segment's classic library has a function there, that takes other options, too.

    They take the place of the earlier ones of this person, and of nothing else.
    """
    load(opened, disableClientPersistence=False, user={"cookie": {"key": "mine"}})
    user = "analytics.user().options"
    shown = {
        "persist": True,
        "cookie": {"key": "mine", "oldKey": "ajs_user"},
        "localStorage": {"key": "ajs_user_traits"},
    }
    assert opened.run(f"{user}()") == shown
    assert opened.run(f"{user}() === {user}()")
    opened.run("(analytics.identify('u'), 0)")
    assert "mine=" in opened.run("document.cookie")
    said = opened.run(f"{user}({{persist: false, mark: 1}})")
    cookie = {"key": "ajs_user_id", "oldKey": "ajs_user"}
    assert said == {**shown, "persist": False, "cookie": cookie, "mark": 1}
    assert opened.run(f"[{user}.persist, {user}.cookie.key]") == [False, "ajs_user_id"]
    stored = opened.run("[document.cookie, {...localStorage}]")
    assert opened.run("analytics.user().id('v')") == "v"
    assert opened.run("[document.cookie, {...localStorage}]") == stored


def test_options_loosen_nothing(opened: Visit) -> None:
    """What the page has said of storing at all holds, whatever a person's options say."""
    load(opened, disableClientPersistence=True)
    opened.run("(analytics.user().options({persist: true}), analytics.identify('u'), 0)")
    assert opened.run("[document.cookie, {...localStorage}]") == ["", {}]
    assert opened.run("analytics.user().options.persist") is False


def test_full_storage(opened: Visit) -> None:
    """Where the traits of who comes next find no room, those of who was there before go, too."""
    opened.run("analytics.load({ siteId: 1, serverUrl: location.origin, persistTraits: true })")
    opened.run("(analytics.identify('a', {mail: 'a@shop.test'}), 0)")
    opened.run("(Storage.prototype.setItem = () => { throw new Error('no room') }, 0)")
    opened.run("(analytics.identify('b', {mail: 'b@shop.test'}), 0)")
    assert opened.run("analytics.user().traits()") == {"mail": "b@shop.test"}
    assert opened.run("Object.keys(localStorage)") == []
