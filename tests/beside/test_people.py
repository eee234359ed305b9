"""What Segment's libraries keep of a user and a group, as facts about ours."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.host_script import host_script
from tests.support.visit import Visit

NO_COOKIES = "denyCookies()"
NO_STORAGE = "denyCookies(); denyStorage()"
OFF = {"user": {"disable": True}, "group": {"disable": True}}
UNKEPT = {"user": {"persist": False}, "group": {"persist": False}}
PLAIN = {"user": {"localStorageFallbackDisabled": True}}
ANY_STORE = {"storage": {"stores": ["cookie", "localStorage", "memory"]}}
SAME = """(() => { const a = user.anonymousId(); user.id('a'); user.id('a')
  return user.anonymousId() === a })()"""
OTHER = """(() => { user.anonymousId('A'); user.id('a'); user.id('b')
  return [user.anonymousId() === 'A', user.anonymousId().length] })()"""
NULLED = """(() => { const a = user.anonymousId(); user.id('a'); user.id(null)
  return user.anonymousId() === a })()"""
LATER = """(() => { user.anonymousId('A'); forgetCookie('ajs_anonymous_id')
  return [cookie('ajs_anonymous_id'), user.anonymousId(), cookie('ajs_anonymous_id')] })()"""

CASES: list[tuple[dict[str, Any], str, str, Any]] = [
    # The anonymous id of Segment's oldest library.
    ({}, "document.cookie = '_sio=old----user; path=/'", "user.anonymousId()", "old"),
    (
        {},
        "document.cookie = '_sio=old----u; path=/'; document.cookie = 'ajs_anonymous_id=new; path=/'",
        "user.anonymousId()",
        "new",
    ),
    # One is made, and stored in both places.
    ({}, "", "[user.anonymousId().length, kept('ajs_anonymous_id').length]", [36, 36]),
    ({}, "", "user.anonymousId() === cookie('ajs_anonymous_id')", True),
    (
        UNKEPT,
        "",
        "[user.anonymousId().length, cookie('ajs_anonymous_id'), kept('ajs_anonymous_id')]",
        [36, None, None],
    ),
    ({}, "document.cookie = 'ajs_anonymous_id=A; path=/'", "user.anonymousId()", "A"),
    (
        {},
        "",
        "[user.anonymousId('A'), cookie('ajs_anonymous_id'), kept('ajs_anonymous_id')]",
        ["A"] * 3,
    ),
    (
        PLAIN,
        "",
        "[user.anonymousId('A'), cookie('ajs_anonymous_id'), kept('ajs_anonymous_id')]",
        ["A", "A", None],
    ),
    (
        {},
        "document.cookie = 'ajs_anonymous_id=A; path=/'",
        "[user.anonymousId(), kept('ajs_anonymous_id')]",
        ["A", "A"],
    ),
    (
        PLAIN,
        "document.cookie = 'ajs_anonymous_id=A; path=/'",
        "[user.anonymousId(), kept('ajs_anonymous_id')]",
        ["A", None],
    ),
    ({}, "", LATER, [None, "A", "A"]),
    ({}, f"localStorage.ajs_anonymous_id = 'plain'; {NO_COOKIES}", "user.anonymousId()", "plain"),
    ({}, NO_STORAGE, "[user.anonymousId('A'), user.anonymousId()]", ["A", "A"]),
    (OFF, "", "[user.anonymousId(), user.anonymousId('A'), user.anonymousId()]", [None] * 3),
    # What says that nothing is kept of somebody does not go by what is there, nor copies it.
    (
        UNKEPT,
        "document.cookie = 'ajs_user_id=u; path=/'; localStorage.ajs_group_id = '\"g\"'",
        "[user.id(), group.id()]",
        [None, None],
    ),
    (
        OFF,
        "document.cookie = 'ajs_user_id=u; path=/'",
        "[user.id(), kept('ajs_user_id')]",
        [None, None],
    ),
    # Ids.
    ({}, f"localStorage.ajs_user_id = '\"u\"'; {NO_COOKIES}", "user.id()", "u"),
    ({}, NO_COOKIES, "[user.id(), user.id('u'), kept('ajs_user_id')]", [None, "u", "u"]),
    ({}, NO_STORAGE, "[user.id(), user.id('u'), user.id()]", [None, "u", "u"]),
    (
        UNKEPT,
        "",
        "[user.id('u'), user.id(), cookie('ajs_user_id'), kept('ajs_user_id')]",
        ["u", "u", None, None],
    ),
    (OFF, "", "[user.id(), user.id('u'), user.id()]", [None] * 3),
    ({}, "document.cookie = 'ajs_user_id=u; path=/'", "user.id()", "u"),
    ({}, "document.cookie = 'ajs_user_id=le%20id; path=/'", "user.id()", "le id"),
    ({}, "document.cookie = 'ajs_user_id=1234; path=/'", "user.id()", "1234"),
    (
        {},
        "",
        "(user.id('u'), forgetCookie('ajs_user_id'), [user.id(), cookie('ajs_user_id')])",
        ["u", "u"],
    ),
    (PLAIN, "", "(user.id('u'), kept('ajs_user_id'))", None),
    (
        PLAIN,
        "localStorage.ajs_user_id = '\"old\"'",
        "[user.id('u'), kept('ajs_user_id')]",
        ["u", "old"],
    ),
    (PLAIN, "", "(user.id('u'), forgetCookie('ajs_user_id'), user.id())", None),
    *[({}, how, SAME, True) for how in ("", NO_COOKIES, NO_STORAGE)],
    *[({}, how, NULLED, True) for how in ("", NO_COOKIES, NO_STORAGE)],
    *[({}, how, OTHER, [False, 36]) for how in ("", NO_COOKIES, NO_STORAGE)],
    (UNKEPT, "", SAME, True),
    (UNKEPT, "", NULLED, True),
    (UNKEPT, "", OTHER, [False, 36]),
    # Traits.
    ({}, "localStorage.ajs_user_traits = '{\"t\":1}'", "user.traits()", {"t": 1}),
    (
        UNKEPT,
        "",
        "[user.traits({t: 1}), user.traits(), kept('ajs_user_traits')]",
        [{"t": 1}, {"t": 1}, None],
    ),
    ({}, "", "(user.traits({t: 1}), kept('ajs_user_traits'))", {"t": 1}),
    *[(options, "", "(user.traits(null), user.traits())", {}) for options in ({}, UNKEPT)],
    ({}, "", "(user.traits({t: 1}), user.traits().t = 2, user.traits())", {"t": 1}),
    (OFF, "", "[user.traits() === undefined, user.traits({}) === undefined]", [True, True]),
    # identify of a user.
    ({}, "", "(user.identify('u'), [user.id(), user.traits()])", ["u", {}]),
    (
        {},
        "",
        "(user.identify(null, {t: 1}), [user.traits(), kept('ajs_user_traits')])",
        [{"t": 1}] * 2,
    ),
    (
        {},
        "",
        "(user.identify('u', {t: 1}), [cookie('ajs_user_id'), kept('ajs_user_traits')])",
        ["u", {"t": 1}],
    ),
    (
        {},
        "",
        "(user.traits({a: 1}), user.identify('u', {b: 2}), kept('ajs_user_traits'))",
        {"a": 1, "b": 2},
    ),
    (
        {},
        "",
        "(user.id('u'), user.traits({a: 1}), user.identify('v', {b: 2}), user.traits())",
        {"b": 2},
    ),
    ({}, "", "(user.id('u'), user.traits({a: 1}), user.identify('v'), user.traits())", {}),
    # save, load and logout.
    (
        {},
        "",
        "(user.id('u'), user.save(), [cookie('ajs_user_id'), kept('ajs_user_id')])",
        ["u", "u"],
    ),
    (UNKEPT, "", "(user.id('u'), user.save(), cookie('ajs_user_id'))", None),
    ({}, "", "(user.load(), [user.id(), user.traits()])", [None, {}]),
    (
        {},
        'document.cookie = \'ajs_user=\' + encodeURIComponent(\'{"id":"old","traits":{"t":1}}\') + \'; path=/\'',
        "[user.id(), user.traits(), group.id()]",
        ["old", {"t": 1}, None],
    ),
    (
        {},
        "",
        """(user.identify('u', {t: 1}), user.anonymousId('A'), group.id('g'), user.logout(),
          [cookie('ajs_anonymous_id'), user.id(), user.traits(), cookie('ajs_user_id'),
           kept('ajs_user_id'), kept('ajs_user_traits'), group.id()])""",
        [None, None, {}, None, None, {}, "g"],
    ),
    # Where.
    (
        ANY_STORE,
        "document.cookie = 'ajs_anonymous_id=A; path=/'; localStorage.ajs_anonymous_id = '\"B\"'",
        "user.anonymousId()",
        "A",
    ),
    (
        ANY_STORE,
        f"localStorage.ajs_anonymous_id = '\"B\"'; {NO_COOKIES}",
        "user.anonymousId()",
        "B",
    ),
    (
        {**ANY_STORE, **UNKEPT},
        "",
        "[user.id('u'), cookie('ajs_user_id'), kept('ajs_user_id')]",
        ["u", None, None],
    ),
    (
        {**ANY_STORE, **OFF},
        "",
        "[user.id('u'), cookie('ajs_user_id'), kept('ajs_user_id')]",
        [None] * 3,
    ),
    # The group.
    (
        {},
        "document.cookie = 'ajs_group_id=g; path=/'; localStorage.ajs_group_properties = '{\"t\":1}'",
        "[group.id(), group.traits(), group.properties()]",
        ["g", {"t": 1}, {"t": 1}],
    ),
    (
        {},
        "",
        "(group.id('g'), forgetCookie('ajs_group_id'), [group.id(), kept('ajs_group_id')])",
        ["g", "g"],
    ),
    (
        UNKEPT,
        "",
        "[group.id('g'), cookie('ajs_group_id'), kept('ajs_group_id')]",
        ["g", None, None],
    ),
    (
        {},
        "",
        "(user.id('u'), group.id('g'), [user.id(), group.id(), cookie('ajs_group_id'), cookie('ajs_user_id')])",
        ["u", "g", "g", "u"],
    ),
    (
        {},
        "",
        "[group.anonymousId() ?? null, group.anonymousId('A') ?? null, kept('ajs_anonymous_id')]",
        [None] * 3,
    ),
    (
        {},
        "",
        "(group.identify('g', {t: 1}), [kept('ajs_group_properties'), kept('ajs_user_traits')])",
        [{"t": 1}, None],
    ),
    (OFF, "", "[group.id(), group.id('g'), group.traits() === undefined]", [None, None, True]),
    (
        {},
        "",
        "(user.anonymousId('A'), group.id('g'), group.id('h'), group.identify('i'), group.logout(), user.anonymousId())",
        "A",
    ),
]


@pytest.fixture
def page(visit: Visit) -> Visit:
    """Open a page that starts ours as often as it is asked to."""
    visit.hold_tracker()
    visit.expect("paqbridge: ")
    visit.site.files["ours.bundle.js"] = host_script(visit.site.folder / "ours.js")
    visit.without_instruments()
    visit.open()
    visit.page.add_script_tag(url=f"{visit.address}/ours.bundle.js")
    return visit


def test_people(page: Visit) -> None:
    """Ids and traits are made, read, kept and forgotten as Segment's libraries do it."""
    wrong = []
    for options, before, code, expected in CASES:
        asked = {"options": options, "before": before, "code": code}
        found = page.run(
            "(asked) => alone(asked).catch((error) => 'thrown: ' + error.message)", asked
        )
        if found != expected:
            wrong.append((options, before, code, found, expected))
    assert wrong == []
