"""``segment.mjs`` in the real analytics-next, down to the requests that leave."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.visit import Visit

START = 3


def begin(shop: Visit, **settings: Any) -> None:
    """Open the page and start the host; beside ours one plugin throws and one hears."""
    shop.open()
    shop.run("(settings) => { start(settings) }", settings)


def names(shop: Visit) -> list[str]:
    """The commands after the start, by name."""
    return [command[0] for command in shop.pushed()[START:]]


def told(shop: Visit) -> list[tuple[str, str | None]]:
    """What arrived, by event, goal or title, and its user."""
    hits = shop.hits()
    what = [hit.get("e_a") or hit.get("idgoal") or hit.get("action_name", "") for hit in hits]
    return [(name, hit.get("uid")) for name, hit in zip(what, hits, strict=True)]


def test_a_visit(shop: Visit) -> None:
    """Calls with options, goals and routes reach Matomo in order, each for its user."""
    begin(shop, goals={"Signed Up": 3}, dimensions={"properties.plan": 2, "traits.level": 4})
    shop.wait_until_live()
    shop.run("""async () => {
      analytics.page()
      analytics.identify('u1', { level: 'gold' })
      analytics.track('signed_up', { revenue: '$20', plan: 'pro' }, {
        integrations: { Piwik: { customVars: { 1: ['n', 'v'] } } },
      })
      await analytics.track('Kept')
      history.pushState({}, '', '/shirts#blue')
      document.title = 'Shirts'
      await analytics.page()
    }""")
    data = {"dimension2": "pro", "dimension4": "gold"}
    address = shop.address
    assert shop.pushed() == [
        ["setSiteId", 1],
        ["setTrackerUrl", f"{address}/piwik.php"],
        ["enableLinkTracking"],
        ["trackPageView"],
        ["setUserId", "u1"],
        ["setCustomVariable", "1", "n", "v", "page"],
        ["trackGoal", 3, 20, data],
        ["trackEvent", "All", "signed_up", None, 20, data],
        ["trackEvent", "All", "Kept", None, None, {"dimension4": "gold"}],
        ["setReferrerUrl", f"{address}/page.html"],
        ["setCustomUrl", f"{address}/shirts#blue"],
        ["setDocumentTitle", "Shirts"],
        ["trackPageView", None, {"dimension4": "gold"}],
    ]
    views = [one for one in shop.requests() if one.get("action_name") == "Shirts"]
    assert [one["url"] for one in views] == [f"{address}/shirts#blue"]
    assert shop.run("siblings") == ["page", "identify", "signed_up", "Kept", "page"]


def test_logouts(shop: Visit) -> None:
    """A logout, or another's login, has its place in the order even where calls come late."""
    begin(shop, dimensions={"traits.level": 4}, groupDimension=5, aliasUserId=True)
    shop.wait_until_live()
    shop.run("""async () => {
      analytics.track('guest')
      analytics.identify('a', { level: 'gold' })
      analytics.group('g')
      analytics.track('as a')
      analytics.reset()
      analytics.track('nobody')
      analytics.identify('b')
      analytics.track('as b')
      analytics.identify('c')
      analytics.reset()
      analytics.track('gone')
      analytics.alias('d')
      await analytics.track('as d')
    }""")
    assert told(shop) == [
        ("guest", None),
        ("as a", "a"),
        ("nobody", None),
        ("as b", "b"),
        ("gone", None),
        ("as d", "d"),
    ]
    sent = [command for command in shop.pushed() if command[0] == "trackEvent"]
    assert sent[1][5:] == [{"dimension4": "gold", "dimension5": "g"}]
    assert sent[2][5:] == []
    assert names(shop).count("resetUserId") == 3


def test_filters(shop: Visit) -> None:
    """The host's filter and ours together: both names in any case, and All."""
    begin(shop)
    shop.run("""async () => {
      const off = [{ All: false }, { Piwik: false }, { Matomo: false }, { piwik: false }]
      const on = [{ All: false, Piwik: true }, { All: false, Matomo: { cvar: { 1: ['n', 'v'] } } }]
      for (const integrations of off) analytics.track('off', {}, { integrations })
      for (const integrations of on) analytics.track('on', {}, { integrations })
      await analytics.track('last')
    }""")
    assert names(shop) == ["trackEvent", "setCustomVariable", "trackEvent", "trackEvent"]


def test_middleware(shop: Visit) -> None:
    """A page's destination middleware sees, changes and drops calls to us, and to nobody else."""
    begin(shop)
    shop.run("""async () => {
      const seen = []
      const host = (await analytics)[0]
      await analytics.addDestinationMiddleware('*', async ({ payload, integration, next }) => {
        seen.push(integration)
        await null
        const { event } = payload.obj
        if (event === 'throw') throw new Error('mine')
        payload.obj.properties.category = 'changed'
        if (event !== 'drop') next(event === 'null' ? null : payload)
      }, ({ payload, next }) => { payload.obj.properties.label = 'second'; next(payload) })
      for (const name of ['a', 'drop', 'null', 'throw']) analytics.track(name, { category: 'own' })
      await analytics.track('b', {})
      window.seen = seen
    }""")
    assert shop.pushed()[START:] == [
        ["trackEvent", "changed", "a", "second", None],
        ["trackEvent", "changed", "b", "second", None],
    ]
    assert shop.run("seen") == ["Piwik"] * 5
    assert shop.run("siblings") == ["a", "drop", "null", "throw", "b"]


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


def test_ours_throws(shop: Visit) -> None:
    """Should ours throw in each call, the host and the other plugins do not notice."""
    shop.open()
    shop.run("""async () => {
      start({}, (ours) => ({ ...ours, track() { throw new Error('ours') } }))
      await analytics.track('x')
      await analytics.page()
    }""")
    assert (shop.run("siblings"), names(shop)) == (["x", "page"], ["trackPageView"])


def test_consent(shop: Visit) -> None:
    """Calls wait for a consent that is given on the plugin, and go in their order."""
    begin(shop, consent="load")
    shop.run("""async () => {
      analytics.page()
      analytics.identify('u')
      await analytics.track('x')
    }""")
    shop.wait("ready === 1")
    assert (shop.run("matomo.consent.state()"), shop.run("window._paq")) == ("pending", None)
    shop.run("matomo.consent.give()")
    assert told(shop) == [("Shop", "u"), ("x", "u")]
    assert shop.run("matomo.consent.state()") == "given"


def test_a_plugin_that_is_taken_off(shop: Visit) -> None:
    """Deregistered it sends nothing; loaded twice it starts once."""
    begin(shop)
    shop.run("""async () => {
      await matomo.load()
      await analytics.track('x')
      await analytics.deregister('Piwik')
      await matomo.track({ event: { type: 'track', event: 'late' } })
    }""")
    assert [command[0] for command in shop.pushed()] == [
        "setSiteId",
        "setTrackerUrl",
        "enableLinkTracking",
        "trackEvent",
    ]


def test_hostile_values(shop: Visit) -> None:
    """Whatever a page puts into a call or a context, nothing is thrown and the next call works."""
    shop.expect("Unable to access ajs_user_traits")
    shop.expect("paqbridge: ")
    begin(shop)
    shop.run("""async () => {
      const bomb = new Proxy({}, { get() { throw 1 }, has() { throw 1 }, ownKeys() { throw 1 } })
      const loop = {}; loop.self = loop
      for (const value of [null, NaN, Symbol('s'), 1n, [], loop, () => { throw 1 }]) {
        analytics.track('x', { category: value, value, label: value })
        const options = { integrations: { Piwik: { customVars: value, dimensions: value } } }
        analytics.track("y", {}, options)
        analytics.page('c', 'n', { title: value, url: value })
        analytics.identify('u', { plan: value })
      }
      for (const method of ['page', 'identify', 'track', 'group', 'alias', 'addMiddleware']) {
        for (const value of [undefined, null, 5, bomb, { event: bomb }]) matomo[method](value)
      }
      await analytics.track('last')
    }""")
    assert told(shop)[-1] == ("last", "u")


@pytest.mark.parametrize(
    ("integrations", "is_sent"),
    [
        ("{ All: false }", False),
        ("{ Piwik: false }", False),
        ("{ Matomo: false }", False),
        ("{ All: false, Piwik: true }", True),
        ("{ All: false, Matomo: true }", True),
        ("{ All: false, Matomo: { siteId: 9 } }", True),
    ],
)
def test_integrations_of_the_start(integrations: str, is_sent: bool, shop: Visit) -> None:
    """What `load` says of destinations holds for each call, under both names."""
    shop.open()
    shop.run(f"start({{}}, undefined, {integrations})")
    shop.run("analytics.track('x').then(() => 0)")
    assert names(shop) == (["trackEvent"] if is_sent else [])


def test_registered_twice(shop: Visit) -> None:
    """The host hands each call over twice: it is sent once."""
    begin(shop)
    shop.run("""async () => {
      await analytics.register(matomo)
      await analytics.track('x')
      await analytics.track('x')
    }""")
    assert names(shop) == ["trackEvent", "trackEvent"]
    assert shop.run("[...document.scripts].filter((one) => /piwik.js$/.test(one.src)).length") == 1


def test_taken_off_and_registered_again(shop: Visit) -> None:
    """What is called in between is lost, what comes after is sent; the host is ready."""
    begin(shop)
    shop.run("""async () => {
      await analytics.track('x')
      await analytics.deregister('Piwik')
      await analytics.track('lost')
      await analytics.register(matomo)
      await analytics.track('kept')
    }""")
    assert [command[2] for command in shop.pushed()[START:]] == ["x", "kept"]
    shop.wait("ready === 1")


def test_ready_though_taken_off(shop: Visit) -> None:
    """Taken off before its tracker is there, it does not keep the host's ready waiting."""
    shop.hold_tracker()
    begin(shop)
    shop.run("analytics.deregister('Piwik').then(() => 0)")
    shop.release_tracker()
    shop.wait("ready === 1")


def test_registered_late(shop: Visit) -> None:
    """Registered after calls, it gets those to come."""
    shop.open()
    shop.run("""async () => {
      const settings = { writeKey: 'test', cdnSettings: { integrations: {} } }
      window.analytics = host.load(settings, { integrations: { 'Segment.io': false } })
      await analytics.track('early')
      await analytics.register(create())
      await analytics.track('late')
    }""")
    assert [command[2] for command in shop.pushed()[START:]] == ["late"]


def test_calls_before_the_start(shop: Visit) -> None:
    """Calls that the host has queued arrive in its order: page and identify, then the rest."""
    shop.open()
    shop.run("""async () => {
      window.analytics = new host()
      analytics.page('Home')
      analytics.identify('u')
      const last = analytics.track('x')
      const settings = { writeKey: 'test', cdnSettings: { integrations: {} }, plugins: [create()] }
      analytics.load(settings, { integrations: { 'Segment.io': false } })
      await last
    }""")
    assert names(shop) == ["trackPageView", "setUserId", "trackEvent"]


def test_screen(shop: Visit) -> None:
    """Segment's call for apps without pages is a page view."""
    begin(shop, pageTitle="name")
    shop.run("analytics.screen('Shop', 'Cart').then(() => 0)")
    assert shop.pushed()[START:] == [["setDocumentTitle", "Shop Cart"], ["trackPageView"]]


def test_a_user_of_an_earlier_page(shop: Visit) -> None:
    """The host keeps the user; the logout on a later page begins a new visit, once."""
    begin(shop, newVisitOnReset=True)
    shop.run("analytics.identify('a').then(() => 0)")
    begin(shop, newVisitOnReset=True)
    shop.run("""async () => {
      analytics.page()
      await analytics.reset()
      analytics.track('nobody')
      await analytics.track('nobody')
    }""")
    assert names(shop) == [
        "trackPageView",
        "resetUserId",
        "appendToTrackingUrl",
        "trackEvent",
        "appendToTrackingUrl",
        "trackEvent",
    ]


def test_a_consent_wrapper(shop: Visit) -> None:
    """A wrapper that stamps calls and blocks by the plugin's name, added before the start."""
    shop.open()
    shop.run("""async () => {
      window.allowed = { Advertising: false }
      window.analytics = new host()
      analytics.addSourceMiddleware(({ payload, next }) => {
        payload.obj.context.consent = { categoryPreferences: { ...allowed } }
        next(payload)
      })
      analytics.addDestinationMiddleware('Piwik', ({ payload, next }) => {
        if (payload.obj.context.consent.categoryPreferences.Advertising) next(payload)
      })
      const settings = { writeKey: 'test', cdnSettings: { integrations: {} }, plugins: [create()] }
      analytics.load(settings, { integrations: { 'Segment.io': false } })
      await analytics.track('before')
      allowed.Advertising = true
      await analytics.track('after')
    }""")
    assert [command[2] for command in shop.pushed()[START:]] == ["after"]


def test_a_call_that_the_host_tries_again(shop: Visit) -> None:
    """Another plugin makes the host try again: the call has been sent, and is not sent twice."""
    shop.open()
    shop.run("""async () => {
      start()
      const [core, first] = await analytics
      let tries = 0
      const cancel = (context) => {
        if (tries++) return context
        try { context.cancel() } catch (error) {
          throw Object.assign(error, { type: 'middleware_cancellation', retry: true })
        }
      }
      const again = { name: 'Again', type: 'destination', version: '1', isLoaded: () => true,
        load: async () => {}, track: cancel }
      await analytics.register(again)
      await analytics.track('x')
      window.tries = tries
    }""")
    assert (shop.run("tries"), names(shop)) == (2, ["trackEvent"])


def test_properties_without_a_value(shop: Visit) -> None:
    """Typed events have undefined properties, also where middleware gets a copy of them."""
    begin(shop)
    code = """analytics.track('x', { category: undefined, label: undefined, value: undefined },
      { integrations: { Piwik: undefined } }).then(() => 0)"""
    shop.run(code)
    shop.run("{ matomo.addMiddleware(({ payload, next }) => next(payload)) }")
    shop.run(code)
    assert shop.pushed()[START:] == [["trackEvent", "All", "x", None, None]] * 2


def test_a_page_with_a_snippet_of_its_own(shop: Visit) -> None:
    """Matomo's own snippet, and another of ours: no command is lost, none comes out of order."""
    shop.hold_tracker()
    shop.open()
    shop.run("""async () => {
      window._paq = [['setSiteId', 7], ['setTrackerUrl', location.origin + '/piwik.php'],
        ['setUserId', 'own'], ['trackPageView']]
      start({ loadScript: false })
      analytics.identify('a')
      await analytics.track('x')
      const script = document.createElement('script')
      script.src = 'piwik.js'
      document.head.append(script)
    }""")
    shop.release_tracker()
    shop.wait("ready === 1")
    hits = [(one["idsite"], one.get("e_a"), one.get("uid")) for one in shop.hits()]
    assert hits == [("7", None, "own"), ("1", "x", "a")]


def test_at_once_or_in_a_promise(shop: Visit) -> None:
    """Without middleware a call is sent at once: the page may be left. With it no call throws."""
    begin(shop)
    shop.run("analytics.track('x').then(() => 0)")
    assert (
        shop.run("""{
      const before = instruments.pushed.length
      matomo.track({ event: { event: 'y' } })
      instruments.pushed.length - before
    }""")
        == 1
    )
    assert (
        shop.run("""async () => {
      matomo.addMiddleware(() => { throw new Error('mine') })
      return matomo.track({ event: { event: 'z' } }).then(() => 'sent', () => 'broken')
    }""")
        == "broken"
    )
