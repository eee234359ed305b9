"""``getanalytics.mjs`` in the real npm package `analytics`, down to the requests that leave."""

from __future__ import annotations

from typing import Any

from tests.support.visit import Visit

START = 3


def begin(shop: Visit, **settings: Any) -> None:
    """Open the page and start the host with ours and a plugin that hears every call."""
    shop.open()
    shop.run("(settings) => { start(settings) }", settings)


def told(shop: Visit) -> list[tuple[str, str | None]]:
    """What arrived, by event or title, and its user."""
    return [(hit.get("e_a") or hit["action_name"], hit.get("uid")) for hit in shop.hits()]


def test_a_visit(shop: Visit) -> None:
    """Calls with options, goals and routes reach Matomo in order."""
    begin(shop, goals={"Signed Up": 3}, dimensions={"traits.level": 4, "context.locale": 2})
    shop.wait_until_live()
    shop.run("""async () => {
      analytics.page()
      await analytics.identify('u1', { level: 'gold' })
      await analytics.track('signed_up', { revenue: '$20' }, {
        context: { locale: 'fr' },
        integrations: { Piwik: { customVars: { 1: ['n', 'v'] } } },
      })
      history.pushState({}, '', '/shirts#blue')
      document.title = 'Shirts'
      await analytics.page()
    }""")
    data = {"dimension2": "fr", "dimension4": "gold"}
    assert shop.pushed() == [
        ["setSiteId", 1],
        ["setTrackerUrl", f"{shop.address}/piwik.php"],
        ["enableLinkTracking"],
        ["trackPageView"],
        ["setUserId", "u1"],
        ["setCustomVariable", "1", "n", "v", "page"],
        ["trackGoal", 3, 20, data],
        ["trackEvent", "All", "signed_up", None, 20, data],
        ["setReferrerUrl", f"{shop.address}/page.html"],
        ["setCustomUrl", f"{shop.address}/shirts#blue"],
        ["setDocumentTitle", "Shirts"],
        ["trackPageView", None, {"dimension4": "gold"}],
    ]
    urls = [one["url"] for one in shop.requests() if one.get("action_name") == "Shirts"]
    assert urls == [f"{shop.address}/shirts#blue"]


def test_logouts(shop: Visit) -> None:
    """The host's reset is a logout, in its place among calls that nobody waited for."""
    begin(shop)
    shop.wait_until_live()
    shop.run("""async () => {
      analytics.track('guest')
      analytics.identify('a')
      analytics.track('as a')
      analytics.reset()
      analytics.track('nobody')
      analytics.identify('b')
      await analytics.track('as b')
    }""")
    expected = [("guest", None), ("as a", "a"), ("nobody", None), ("as b", "b")]
    assert told(shop) == expected


def test_filters(shop: Visit) -> None:
    """The host's own filter knows `matomo`; ours both names, and Segment's way to say it."""
    begin(shop)
    shop.run("""async () => {
      const off = [{ plugins: { all: false } }, { plugins: { matomo: false } },
        { plugins: { piwik: false } }, { integrations: { All: false } },
        { integrations: { Piwik: false } }]
      const own = { Piwik: { cvar: { 1: ['n', 'v'] } } }
      const on = [{ plugins: { all: false, matomo: true }, integrations: own },
        { integrations: { All: false, Matomo: true } }]
      for (const options of [...off, ...on]) await analytics.track('x', {}, options)
    }""")
    names = [command[0] for command in shop.pushed()[START:]]
    assert names == ["setCustomVariable", "trackEvent", "trackEvent"]


def test_blocked(shop: Visit) -> None:
    """Without a tracker the host is ready, other plugins lose nothing, and one warning is said."""
    shop.set_tracker("aborted")
    shop.expect("Failed to load resource")
    shop.expect("Matomo's script is blocked")
    begin(shop)
    shop.run("analytics.track('x').then(() => 0)")
    shop.wait("ready === 1")
    assert (shop.run("siblings"), len(shop.warnings)) == (["x"], 1)


def test_settings_that_are_no_good(shop: Visit) -> None:
    """A plugin that cannot start lets the host be ready and the others work."""
    shop.expect("paqbridge: ")
    begin(shop, siteId=None)
    shop.run("analytics.track('x').then(() => 0)")
    shop.wait("ready === 1")
    assert shop.run("[siblings, window._paq]") == [["x"], None]


def test_consent(shop: Visit) -> None:
    """Calls wait for a consent that is given on the plugin, and go in their order."""
    begin(shop, consent="load")
    shop.run("""async () => {
      await analytics.identify('u')
      await analytics.track('x')
    }""")
    assert (shop.run("matomo.consent.state()"), shop.run("window._paq")) == ("pending", None)
    shop.run("matomo.consent.give()")
    assert told(shop) == [("x", "u")]


def test_hostile_values(shop: Visit) -> None:
    """Whatever a page puts into a call, nothing is thrown and other plugins get every call."""
    shop.expect("paqbridge: ")
    begin(shop)
    shop.run("""async () => {
      const thrower = { enumerable: true, get() { throw new Error('mine') } }
      const bomb = Object.defineProperty({}, 'category', thrower)
      for (const value of [null, NaN, Symbol('s'), 1n, [], {}, () => { throw 1 }]) {
        const options = { integrations: { Piwik: { customVars: value, dimensions: value } } }
        await analytics.track('x', { category: value, value, label: value }, options)
      }
      const gone = Proxy.revocable({}, {}); gone.revoke()
      for (const method of ['initialize', 'page', 'identify', 'track', 'reset']) {
        for (const value of [undefined, null, 5, gone.proxy, { payload: gone.proxy },
          { payload: { event: 'x', properties: bomb } }]) matomo[method](value)
      }
      await analytics.track('last')
    }""")
    assert told(shop)[-1] == ("last", None)
    assert len(shop.run("siblings")) == 8


def test_a_user_of_an_earlier_page(shop: Visit) -> None:
    """The host keeps the user; the reset on a later page begins a new visit, once."""
    begin(shop, newVisitOnReset=True)
    shop.run("analytics.identify('a').then(() => 0)")
    begin(shop, newVisitOnReset=True)
    shop.run("""async () => {
      await analytics.page()
      await analytics.reset()
      await analytics.reset()
      await analytics.track('nobody')
      await analytics.track('nobody')
    }""")
    assert [command[0] for command in shop.pushed()[START:]] == [
        "trackPageView",
        "resetUserId",
        "appendToTrackingUrl",
        "trackEvent",
        "appendToTrackingUrl",
        "trackEvent",
    ]


def test_switched_off_and_on(shop: Visit) -> None:
    """The host can disable a plugin and enable it again; calls in between are lost."""
    begin(shop)
    shop.run("""async () => {
      await analytics.track('x')
      await analytics.plugins.disable('matomo')
      await analytics.track('lost')
      await analytics.plugins.enable('matomo')
      await analytics.track('kept')
    }""")
    assert [command[2] for command in shop.pushed()[START:]] == ["x", "kept"]


def test_properties_without_a_value(shop: Visit) -> None:
    """Typed events have undefined properties: they count as not given."""
    begin(shop)
    shop.run("""async () => {
      await analytics.track('x', { category: undefined, label: undefined, value: undefined },
        { integrations: { Piwik: undefined }, plugins: undefined })
      await analytics.page({ name: undefined, title: undefined, url: undefined })
    }""")
    assert shop.pushed()[START:] == [["trackEvent", "All", "x", None, None], ["trackPageView"]]
