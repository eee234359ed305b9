"""``rudderstack.mjs`` in RudderStack's real SDK, down to the requests that leave."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.visit import Visit

START = 3


@pytest.fixture(autouse=True)
def own_delivery(shop: Visit) -> None:
    """Answer what the SDK sends to its own servers."""
    shop.site.files["v1/batch"] = "OK"


def begin(shop: Visit, **settings: Any) -> None:
    """Open the page and start the host with ours and an integration that hears every call."""
    shop.open()
    shop.run("(settings) => { start(settings) }", settings)


def heard(shop: Visit, count: int) -> list[str]:
    """Wait until the other integration has got so many calls; ours comes before it."""
    shop.wait("(count) => siblings.length >= count", count)
    calls: list[str] = shop.run("siblings")
    return calls


def told(shop: Visit) -> list[tuple[str, str | None]]:
    """What arrived, by event or title, and its user."""
    return [(hit.get("e_a") or hit["action_name"], hit.get("uid")) for hit in shop.hits()]


def test_a_visit(shop: Visit) -> None:
    """Calls with options, goals and routes reach Matomo in order."""
    begin(shop, goals={"Signed Up": 3}, dimensions={"traits.level": 4})
    shop.wait_until_live()
    shop.run("""{
      analytics.page()
      analytics.identify('u1', { level: 'gold' })
      analytics.track('signed_up', { revenue: '$20' }, {
        integrations: { Piwik: {
          customVars: { 1: ['n', 'v'] },
          customDimension: [{ dimensionId: 2, dimensionValue: 'fr' }],
        } },
      })
    }""")
    heard(shop, 3)
    shop.run("""{
      history.pushState({}, '', '/shirts#blue')
      document.title = 'Shirts'
      analytics.page()
    }""")
    assert heard(shop, 4) == ["page", "identify", "signed_up", "page"]
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
    """The SDK tells integrations nothing of a reset: the next call, which has no user, does."""
    begin(shop)
    shop.wait_until_live()
    shop.run("""{
      analytics.track('guest')
      analytics.identify('a')
      analytics.track('as a')
      analytics.reset()
      analytics.track('nobody')
      analytics.identify('b')
      analytics.track('as b')
    }""")
    heard(shop, 6)
    expected = [("guest", None), ("as a", "a"), ("nobody", None), ("as b", "b")]
    assert told(shop) == expected


def test_filters(shop: Visit) -> None:
    """The host's filter knows `Custom Device Mode` and All; ours both names in any case."""
    begin(shop)
    shop.run("""{
      const off = [{ All: false }, { Piwik: false }, { Matomo: false }, { piwik: false }]
      const own = { Piwik: { cvar: { 1: ['n', 'v'] } } }
      const on = [{ All: false, 'Custom Device Mode': true }, own]
      for (const integrations of [...off, ...on]) analytics.track('x', {}, { integrations })
      analytics.track('last')
    }""")
    heard(shop, 6)
    names = [command[0] for command in shop.pushed()[START:]]
    assert names == ["trackEvent", "setCustomVariable", "trackEvent", "trackEvent"]


def test_blocked(shop: Visit) -> None:
    """Without a tracker the host is ready, others lose nothing, and one warning is said."""
    shop.set_tracker("aborted")
    shop.expect("Failed to load resource")
    shop.expect("Matomo's script is blocked")
    begin(shop)
    shop.run("{ analytics.track('x') }")
    shop.wait("ready === 1")
    assert (heard(shop, 1), len(shop.warnings)) == (["x"], 1)


def test_settings_that_are_no_good(shop: Visit) -> None:
    """An integration that cannot start lets the host be ready and the others work."""
    shop.expect("paqbridge: ")
    begin(shop, siteId=None)
    shop.run("{ analytics.track('x') }")
    shop.wait("ready === 1")
    assert (heard(shop, 1), shop.run("window._paq")) == (["x"], None)


def test_consent(shop: Visit) -> None:
    """Calls wait for a consent that is given on the integration, and go in their order."""
    begin(shop, consent="load")
    shop.run("{ analytics.identify('u'); analytics.track('x') }")
    heard(shop, 2)
    assert (shop.run("matomo.consent.state()"), shop.run("window._paq")) == ("pending", None)
    shop.run("matomo.consent.give()")
    assert told(shop) == [("x", "u")]


def test_hostile_values(shop: Visit) -> None:
    """Whatever a host hands over, nothing is thrown, and asking for readiness starts nothing."""
    shop.expect("paqbridge: ")
    begin(shop)
    shop.run("{ analytics.track('x') }")
    heard(shop, 1)
    shop.run("""{
      const gone = Proxy.revocable({}, {}); gone.revoke()
      const values = [undefined, null, 5, gone.proxy, Symbol('s'), 1n, () => { throw 1 }]
      for (const method of ['init', 'isReady', 'page', 'identify', 'track', 'group', 'alias']) {
        for (const value of values) {
          const message = { event: value, userId: value, properties: value, integrations: value }
          matomo[method](value, value, value)
          matomo[method](value, value, { message })
          matomo[method](value, value, { message: value })
        }
      }
      analytics.track('last')
    }""")
    heard(shop, 2)
    assert told(shop)[-1][0] == "last"


def test_calls_before_the_start(shop: Visit) -> None:
    """Calls that the SDK has queued arrive in their order."""
    shop.open()
    shop.run("""start({}, { early() {
      analytics.page('Home')
      analytics.identify('u')
      analytics.track('x')
    } })""")
    heard(shop, 3)
    names = [command[0] for command in shop.pushed()[START:]]
    assert names == ["trackPageView", "setUserId", "trackEvent"]


def test_a_user_of_an_earlier_page(shop: Visit) -> None:
    """The SDK keeps the user; the logout on a later page begins a new visit, once."""
    begin(shop, newVisitOnReset=True)
    shop.run("{ analytics.identify('a') }")
    heard(shop, 1)
    begin(shop, newVisitOnReset=True)
    shop.run("""{
      analytics.page()
      analytics.reset()
      analytics.track('nobody')
      analytics.track('nobody')
    }""")
    heard(shop, 3)
    assert [command[0] for command in shop.pushed()[START:]] == [
        "trackPageView",
        "resetUserId",
        "appendToTrackingUrl",
        "trackEvent",
        "appendToTrackingUrl",
        "trackEvent",
    ]


def test_properties_without_a_value(shop: Visit) -> None:
    """Typed events have undefined properties; the SDK leaves them out."""
    begin(shop)
    shop.run("""{ analytics.track('x', { category: undefined, label: undefined, value: undefined },
      { integrations: { Piwik: undefined } }) }""")
    heard(shop, 1)
    assert shop.pushed()[START:] == [["trackEvent", "All", "x", None, None]]


def test_group_and_alias(shop: Visit) -> None:
    """A group goes with later calls, and an alias is no logout."""
    begin(shop, groupDimension=5, aliasUserId=True)
    shop.wait_until_live()
    shop.run("""{
      analytics.identify('a')
      analytics.group('g')
      analytics.alias('d')
      analytics.track('x')
    }""")
    heard(shop, 4)
    assert shop.pushed()[START:] == [
        ["setUserId", "a"],
        ["setUserId", "d"],
        ["trackEvent", "All", "x", None, None, {"dimension5": "g"}],
    ]
