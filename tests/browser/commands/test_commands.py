"""Calls on a live page: the commands pushed, and the requests that reach Matomo."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.visit import Visit

START = 3
PLAIN = {"idsite": "1"}


def event(action: str, category: str = "All", **more: str) -> dict[str, str]:
    """What an event sends."""
    return {"e_c": category, "e_a": action, **PLAIN, **more}


CASES: list[tuple[str, list[list[Any]], list[dict[str, str]]]] = [
    ("page()", [["trackPageView"]], [{"action_name": "Shop", **PLAIN}]),
    ("page('Docs', 'Index', {a: 1})", [["trackPageView"]], [{"action_name": "Shop", **PLAIN}]),
    ("identify()", [], []),
    ("identify('u1', {plan: 'pro'})", [["setUserId", "u1"]], []),
    (
        "track('Logged In')",
        [["trackEvent", "All", "Logged In", None, None]],
        [event("Logged In")],
    ),
    (
        "track('Created Account', {category: 'Account', label: 'Premium', value: '$1,200.50'})",
        [["trackEvent", "Account", "Created Account", "Premium", 1200.5]],
        [event("Created Account", "Account", e_n="Premium", e_v="1200.5")],
    ),
    (
        "track('Free', {value: 0})",
        [["trackEvent", "All", "Free", None, 0]],
        [event("Free", e_v="0")],
    ),
    (
        "track('Order Completed', {total: 49.9})",
        [["trackGoal", 1, 49.9], ["trackEvent", "All", "Order Completed", None, 49.9]],
        [{"idgoal": "1", "revenue": "49.9", **PLAIN}, event("Order Completed", e_v="49.9")],
    ),
    (
        "track('signed_up', {revenue: 0})",
        [
            ["trackGoal", 2, "0"],
            ["trackGoal", "3", "0"],
            ["trackEvent", "All", "signed_up", None, 0],
        ],
        [
            {"idgoal": "2", "revenue": "0", **PLAIN},
            {"idgoal": "3", "revenue": "0", **PLAIN},
            event("signed_up", e_v="0"),
        ],
    ),
    (
        "track('Up', {}, {integrations: {Piwik: {customVars: {1: ['p', 7], 3: ['q', ''], 4: ['z', 'z']}}}})",
        [
            ["setCustomVariable", "1", "p", "7", "page"],
            ["setCustomVariable", "3", "q", "", "page"],
            ["trackEvent", "All", "Up", None, None],
        ],
        [event("Up", cvar='{"1":["p","7"],"3":["q",""]}')],
    ),
    ("track('x', {}, {integrations: {All: false}})", [], []),
    ("track('x', {}, {integrations: {Matomo: false}})", [], []),
    (
        "track('On', {}, {integrations: {All: false, Piwik: true}})",
        [["trackEvent", "All", "On", None, None]],
        [event("On")],
    ),
]


@pytest.mark.parametrize(("call", "commands", "requests"), CASES, ids=[case[0] for case in CASES])
def test_a_call(
    call: str, commands: list[list[Any]], requests: list[dict[str, str]], visit: Visit
) -> None:
    """The call leads to these commands and to these requests, and to no others."""
    visit.open()
    visit.wait_until_live()
    visit.run(f"analytics.{call}")
    assert visit.pushed()[START:] == commands
    assert visit.hits() == requests


def test_a_visit(visit: Visit) -> None:
    """A page view, a login and a purchase: each request knows the user from the login on."""
    visit.open()
    visit.wait_until_live()
    visit.run("""{
      analytics.page(); analytics.identify('u1')
      analytics.track('Order Completed', {revenue: '$20', category: 'Shop'}, {context: {Piwik: {cvar: {1: ['plan', 'pro']}}}})
      analytics.page()
    }""")
    view, goal, bought, last = visit.hits()
    assert [hit.get("uid") for hit in (view, goal, bought, last)] == [None, "u1", "u1", "u1"]
    assert view["action_name"] == "Shop"
    assert (goal["idgoal"], goal["revenue"]) == ("1", "20")
    variables = bought.pop("cvar")
    assert bought == event("Order Completed", "Shop", e_v="20", uid="u1")
    assert json.loads(variables) == {"1": ["plan", "pro"]}


def test_the_longest_texts_arrive(visit: Visit) -> None:
    """Texts at the limit, of characters that take most room, go in the body and arrive whole."""
    visit.open()
    visit.wait_until_live()
    visit.run("analytics.track('\\u{1f600}'.repeat(3000), {label: 'ü'.repeat(5000)})")
    (hit,) = visit.hits()
    assert (hit["e_a"], hit["e_n"]) == ("\U0001f600" * 2048, "ü" * 4096)
