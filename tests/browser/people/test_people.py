"""Who the visitor is, and the group: kept as Segment's libraries keep them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.people.starting import load
from tests.support.visit import Visit

KEYS = [
    "ajs_anonymous_id",
    "ajs_group_id",
    "ajs_group_properties",
    "ajs_user_id",
    "ajs_user_traits",
]


def cookies(visit: Visit) -> dict[str, str]:
    """Return the cookies by name."""
    return {one["name"]: one["value"] for one in visit.context.cookies()}


def kept(visit: Visit) -> dict[str, str]:
    """Return what of Segment's is in local storage."""
    stored: dict[str, str] = visit.run("({...localStorage})")
    return {name: text for name, text in stored.items() if name in KEYS}


def test_nobody(opened: Visit) -> None:
    """Nobody has null for an id and no traits, and nothing is stored."""
    load(opened)
    said = """[analytics.user().id(), analytics.user().traits(), analytics.group().id(),
      analytics.group().traits(), analytics.group().anonymousId()]"""
    assert opened.run(said) == [None, {}, None, {}, None]
    assert opened.run(
        "[analytics.user().id(), analytics.group().id()].map((id) => id === null)"
    ) == [
        True,
        True,
    ]
    assert (cookies(opened), kept(opened)) == ({}, {})


def test_plain_calls_make_no_id(opened: Visit) -> None:
    """An anonymous id is made when something reads it, not by calls that only Matomo gets."""
    load(opened)
    opened.run("analytics.page(); analytics.track('x'); void analytics.group('g')")
    assert "ajs_anonymous_id" not in kept(opened)
    made = opened.run("analytics.user().anonymousId()")
    assert len(made) == 36
    assert made[14] == "4"
    assert kept(opened)["ajs_anonymous_id"] == f'"{made}"'
    assert cookies(opened)["ajs_anonymous_id"] == f"%22{made}%22"


def test_names_and_formats(opened: Visit) -> None:
    """With persistTraits all five are stored as Segment does."""
    load(opened, persistTraits=True)
    opened.run("analytics.identify(7, {plan: 'pro'}); void analytics.group('g', {size: 3})")
    assert kept(opened) == {
        "ajs_user_id": '"7"',
        "ajs_user_traits": '{"plan":"pro"}',
        "ajs_group_id": '"g"',
        "ajs_group_properties": '{"size":3}',
    }
    assert cookies(opened) == {"ajs_user_id": "%227%22", "ajs_group_id": "%22g%22"}


def test_traits_stay_in_memory(opened: Visit) -> None:
    """Without it traits are known on this page only."""
    load(opened)
    opened.run("void analytics.identify('u', {email: 'a@b.example'})")
    assert opened.run("analytics.user().traits()") == {"email": "a@b.example"}
    assert list(kept(opened)) == ["ajs_user_id"]


@pytest.mark.parametrize("text", ['"u-1"', "u-1"])
@pytest.mark.parametrize("place", ["cookie", "storage"])
def test_both_forms_are_read(text: str, place: str, opened: Visit) -> None:
    """Ids of Segment's older and of its newer library are known, and rewritten in one form."""
    if place == "cookie":
        opened.run(
            "(text) => { document.cookie = 'ajs_user_id=' + encodeURIComponent(text) }", text
        )
    else:
        opened.run("(text) => localStorage.setItem('ajs_user_id', text)", text)
    opened.open()
    load(opened)
    assert opened.run("analytics.user().id()") == "u-1"
    assert kept(opened)["ajs_user_id"] == '"u-1"'
    assert cookies(opened)["ajs_user_id"] == "%22u-1%22"


LOOKS = [("true", "true"), ("1e3", "1e3"), ("007", "007"), ("null", None), ("", None), ("{}", None)]


def test_ids_that_look_like_json(opened: Visit) -> None:
    """Only what begins with a quote is read as JSON."""
    load(opened)
    for text, known in LOOKS:
        opened.run("(text) => { analytics.reset(); document.cookie = 'ajs_user_id=' + text }", text)
        assert (text, opened.run("analytics.user().id()")) == (text, known)


TABLE: list[tuple[str, str | None, dict[str, Any]]] = [
    ("identify(null, {b: 2})", "w", {"a": 1, "b": 2}),
    ("identify({b: 2})", "w", {"a": 1, "b": 2}),
    ("identify('w', {b: 2})", "w", {"a": 1, "b": 2}),
    ("identify()", "w", {"a": 1}),
    ("identify('v', {b: 2})", "v", {"b": 2}),
    ("identify('v')", "v", {}),
    ("identify('', {b: 2})", "w", {"b": 2}),
    ("user().identify('w', {b: 2})", "w", {"a": 1, "b": 2}),
    ("user().identify(null, {b: 2})", "w", {"b": 2}),
    ("user().identify()", "w", {}),
    ("user().traits({b: 2})", "w", {"b": 2}),
    ("user().traits(null)", "w", {}),
    ("user().id(null)", None, {"a": 1}),
    ("user().id('')", None, {"a": 1}),
    ("user().id(undefined)", "w", {"a": 1}),
    ("user().logout()", None, {}),
    ("reset()", None, {}),
]
"""A call, and what it makes of the user w with the trait a: as analytics-next does."""


def test_the_table_of_identify(opened: Visit) -> None:
    """Each call keeps, joins, replaces or empties id and traits."""
    load(opened)
    for calls, known, traits in TABLE:
        opened.run("analytics.reset(); void analytics.identify('w', {a: 1})")
        opened.run(f"void analytics.{calls}")
        said = opened.run("[analytics.user().id(), analytics.user().traits()]")
        assert (calls, *said) == (calls, known, traits)


OTHERS = [
    ("null", "'x'", True),
    ("'x'", "'x'", True),
    ("'x'", "null", True),
    ("'x'", "'y'", False),
    ("5", "'5'", True),
]


def test_the_anonymous_id_of_another(opened: Visit) -> None:
    """Who logs in as somebody else has another past."""
    load(opened)
    for first, then, stays in OTHERS:
        opened.run(f"analytics.reset(); analytics.user().id({first})")
        before = opened.run("analytics.user().anonymousId()")
        opened.run(f"analytics.user().id({then})")
        is_same = opened.run("analytics.user().anonymousId()") == before
        assert (first, then, is_same) == (first, then, stays)


def test_reset_leaves_nothing(opened: Visit) -> None:
    """All five keys go, cookies and storage, also what Segment's library has left."""
    opened.run("""localStorage.ajs_user_traits = '{"email":"a@b.example"}'""")
    opened.run("document.cookie = 'ajs_user=' + encodeURIComponent('{\"id\":\"old\"}')")
    load(opened)
    assert opened.run("analytics.user().id()") == "old"
    opened.run("analytics.user().anonymousId(); analytics.group('g', {n: 1}); analytics.reset()")
    assert (cookies(opened), kept(opened)) == ({}, {})
    opened.expect("is blocked")  # so Firefox calls a script whose page is left meanwhile
    opened.open()
    load(opened)
    assert opened.run("analytics.user().id()") is None


def test_another_tab(opened: Visit) -> None:
    """A logout of another tab counts at once, and no later call takes it back."""
    load(opened)
    opened.run("analytics.identify('u', {a: 1})")
    other = opened.context.new_page()
    other.goto(f"{opened.address}/page.html")
    other.evaluate("analytics.load({siteId: 1, serverUrl: location.origin}); analytics.reset()")
    other.close()
    opened.wait("!localStorage.ajs_user_id")  # another tab's changes come in their own time
    opened.run("analytics.track('x')")
    assert opened.run("analytics.user().id()") is None
    assert "ajs_user_id" not in kept(opened)


def test_before_consent(opened: Visit) -> None:
    """Ids are known on the page, and stored with the yes; a trait that can be no JSON stops nothing."""
    load(
        opened, integrations={"Piwik": {"siteId": 1, "serverUrl": opened.matomo, "consent": "load"}}
    )
    opened.run("analytics.identify('u', {count: 5n}); analytics.user().anonymousId()")
    assert opened.run("analytics.user().id()") == "u"
    assert (cookies(opened), kept(opened)) == ({}, {})
    opened.run("analytics.consent.give()")
    assert set(kept(opened)) == {"ajs_user_id", "ajs_anonymous_id"}
    assert ["setUserId", "u"] in opened.pushed()


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"disableClientPersistence": True}, []),
        ({"disable": True}, []),
        ({"user": {"persist": False}}, ["ajs_group_id"]),
        ({"storage": {"stores": ["memory"]}}, []),
        ({"storage": {"stores": ["localStorage", "nonsense"]}}, None),
        ({"user": {"cookie": {"key": "mine"}}}, ["ajs_anonymous_id", "ajs_group_id", "mine"]),
    ],
)
def test_switches(options: dict[str, Any], names: list[str] | None, opened: Visit) -> None:
    """No switch that says not to store is ignored; keys can be renamed; calls still work."""
    load(opened, **options)
    opened.run("analytics.identify('u'); analytics.user().anonymousId(); analytics.group('g')")
    expected = ["ajs_anonymous_id", "ajs_group_id", "ajs_user_id"] if names is None else names
    stored = opened.run(
        "Object.keys(localStorage).filter((name) => /^(ajs_|mine)/.test(name)).sort()"
    )
    assert stored == expected
    assert opened.run("[analytics.user().id(), analytics.group().id()]") == ["u", "g"]


def test_attributes_of_cookies(opened: Visit) -> None:
    """The life of cookies in days, or as the classic library in milliseconds."""
    load(opened, cookie={"maxage": 3600000, "sameSite": "Strict", "path": "/"})
    opened.run("analytics.identify('u')")
    cookie = next(one for one in opened.context.cookies() if one["name"] == "ajs_user_id")
    now = opened.run("Date.now() / 1000")
    assert 3500 < cookie["expires"] - now < 3700
    assert cookie["sameSite"] == "Strict"


def test_the_getter_of_group(opened: Visit) -> None:
    """``group()`` sends nothing."""
    load(opened)
    opened.run("analytics.on('group', () => { window.heard = true })")
    assert opened.run("typeof analytics.group().traits") == "function"
    assert opened.run("window.heard") is None
