"""Every way to start the standalone leads to the same three commands and one script."""

from __future__ import annotations

import pytest

from tests.support.storefront import LOADED, MATOMO, SETTINGS, STANDALONE, STUB, Shop

START = [["setSiteId", 1], ["setTrackerUrl", f"{MATOMO}/piwik.php"], ["enableLinkTracking"]]
WAYS = {
    "load(settings)": f"analytics.load({SETTINGS})",
    "load(key, integrations)": f"analytics.load('key', {{integrations: {{Piwik: {SETTINGS}}}}})",
    "load(key, Matomo)": f"analytics.load('key', {{integrations: {{Matomo: {SETTINGS}}}}})",
    "initialize": f"analytics.initialize({{Piwik: {SETTINGS}}}, {{}})",
    "url for serverUrl": f"analytics.load({{siteId: 1, url: '{MATOMO}/'}})",
}


@pytest.mark.parametrize("way", WAYS)
def test_by_call(way: str, shop: Shop) -> None:
    """load and initialize take the settings in any of Segment's places."""
    shop.tracker = "late"
    shop.open(f"{STANDALONE}<script>{WAYS[way]}</script>")
    assert shop.commands() == START
    assert shop.trackers() == [f"{MATOMO}/piwik.js"]


@pytest.mark.parametrize("way", WAYS)
def test_by_stub(way: str, shop: Shop) -> None:
    """A snippet's queued start, and calls before and after it, are replayed in their order."""
    shop.tracker = "late"
    calls = f"analytics.track('First'); {WAYS[way]}; analytics.page(); analytics.track('Last')"
    shop.open(f"{STUB}<script>{calls}</script>{STANDALONE}")
    assert shop.commands() == [
        *START,
        ["trackEvent", "All", "First", None, None],
        ["trackPageView"],
        ["trackEvent", "All", "Last", None, None],
    ]


def test_by_attributes(shop: Shop) -> None:
    """The script element's data attributes are settings."""
    shop.tracker = "late"
    attributes = (
        f'data-site-id="7" data-server-url="{MATOMO}/matomo.php" data-tracker-file="matomo" '
        """data-link-tracking="false" data-goals='{"Paid": 3}' data-nonce="n1" """
    )
    page = shop.open(
        f'<script src="/dist/analytics.min.js" {attributes}></script>'
        "<script>analytics.track('paid')</script>"
    )
    assert shop.commands() == [
        ["setSiteId", "7"],
        ["setTrackerUrl", f"{MATOMO}/matomo.php"],
        ["trackGoal", 3, None],
        ["trackEvent", "All", "paid", None, None],
    ]
    assert shop.trackers() == [f"{MATOMO}/matomo.js"]
    assert page.evaluate("document.querySelector('script[src$=\"matomo.js\"]').nonce") == "n1"


def test_tables_by_attributes(shop: Shop) -> None:
    """Tables and lists of the full settings are JSON; what is none is reported, not dropped."""
    shop.page.expected.append("paqbridge: goals: see docs/settings.md")  # type: ignore[attr-defined]
    shop.tracker = "late"
    attributes = (
        f'data-site-id="7" data-server-url="{MATOMO}" data-goals="{{Paid: 3}}" '
        """data-domains='["*.shop.test"]' data-dimensions='{"properties.plan": 3}' """
    )
    shop.open(
        f'<script src="/dist/analytics.full.min.js" {attributes}></script>'
        "<script>analytics.track('Paid', {plan: 'pro'})</script>"
    )
    assert shop.commands()[2:] == [
        ["setDomains", ["*.shop.test"]],
        ["enableLinkTracking"],
        ["trackEvent", "All", "Paid", None, None, {"dimension3": "pro"}],
    ]
    assert len(shop.page.messages) == 1  # type: ignore[attr-defined]


def test_a_lean_build_says_what_it_lacks(shop: Shop) -> None:
    """A data attribute that only a full build knows is one warning; the rest works."""
    shop.page.expected.append("paqbridge: ecommerce: see docs")  # type: ignore[attr-defined]
    shop.tracker = "late"
    attributes = f'data-site-id="7" data-server-url="{MATOMO}" data-ecommerce="true"'
    shop.open(f'<script src="/dist/analytics.min.js" {attributes}></script>')
    assert shop.commands() == [["setSiteId", "7"], *START[1:]]
    assert len(shop.page.messages) == 1  # type: ignore[attr-defined]


def test_by_query(shop: Shop) -> None:
    """The query of the script's own address is settings."""
    shop.tracker = "late"
    query = f"siteId=7&serverUrl={MATOMO.replace('/', '%2F')}&loadScript=false"
    shop.open(f'<script src="/dist/analytics.min.js?{query}"></script>')
    assert shop.commands()[:2] == [["setSiteId", "7"], START[1]]
    assert shop.trackers() == []


def test_only_once(shop: Shop) -> None:
    """A second load, and a second copy of the script, change nothing."""
    shop.tracker = "late"
    shop.open(LOADED + LOADED + "<script>analytics.page()</script>")
    assert shop.commands() == [*START, ["trackPageView"]]
    assert len(shop.trackers()) == 1


def test_snippet_twice(shop: Shop) -> None:
    """A page that has the whole snippet twice sends each call once."""
    shop.tracker = "late"
    snippet = f"{STUB}<script>analytics.load({SETTINGS}); analytics.page()</script>{STANDALONE}"
    shop.open(snippet)
    assert shop.commands() == [*START, ["trackPageView"]]


def test_another_library_is_left_alone(shop: Shop) -> None:
    """Where window.analytics is something else, it stays, and one warning says so."""
    shop.page.expected.append("another library")  # type: ignore[attr-defined]
    shop.open(f"<script>window.analytics = {{track() {{}}, mine: 1}}</script>{STANDALONE}")
    assert shop.page.evaluate("analytics.mine") == 1
    assert len(shop.page.messages) == 1  # type: ignore[attr-defined]


def test_not_wanted(shop: Shop) -> None:
    """Nothing is loaded where initialize switches the destination off; ready settles."""
    page = shop.open(
        f"{STANDALONE}<script>analytics.initialize({{Piwik: {SETTINGS}}},"
        "{integrations: {All: false}}); analytics.page();"
        "analytics.ready(() => { ok = 1 })</script>"
    )
    page.wait_for_function("window.ok")
    assert page.evaluate("window._paq") is None


def test_requests_arrive(shop: Shop) -> None:
    """Calls leave as Tracking API requests with the values that Matomo records."""
    goals = SETTINGS.replace("siteId", "goals: {Paid: 3}, siteId")
    shop.open(
        f"{STANDALONE}<script>analytics.load({goals}); analytics.page();"
        "analytics.identify('u1'); analytics.track('Paid', {category: 'Shop', revenue: '$20'}, "
        "{integrations: {Piwik: {customVars: {1: ['plan', 'pro']}}}})</script>"
    )
    view, goal, event = shop.hits(3)
    assert view["action_name"] == "Shop"
    assert (goal["idgoal"], goal["revenue"], goal["uid"]) == ("3", "20", "u1")
    assert (event["e_c"], event["e_a"], event["e_v"]) == ("Shop", "Paid", "20")
    assert event["cvar"] == '{"1":["plan","pro"]}'
    assert "e_n" not in event


def test_promises_and_callbacks(shop: Shop) -> None:
    """Each call answers with a kept promise; callbacks run after 300 ms, not before."""
    page = shop.open(LOADED)
    assert page.evaluate("""async () => {
      await Promise.all([analytics.page(), analytics.identify('u'), analytics.track('x')])
      const start = performance.now()
      return new Promise((resolve) => {
        analytics.track('y', {}, {}, () => resolve(performance.now() - start >= 295))
      })
    }""")
