"""``segment.mjs`` in the real analytics-next: what this host has beside the contract."""

from __future__ import annotations

import pytest

from tests.hosts.host import PAGE, Host


def test_properties_as_dimensions(host: Host) -> None:
    """A dimension may be a property as well: it goes with calls that have it."""
    host.begin(goals={"Signed Up": 3}, dimensions={"properties.plan": 2, "traits.level": 4})
    host.do("""
      host.identify('u1', { level: 'gold' })
      host.track('signed_up', { revenue: '$20', plan: 'pro' })
      host.track('Kept')
    """)
    both = {"dimension2": "pro", "dimension4": "gold"}
    assert host.commands()[1:] == [
        ["trackGoal", 3, 20, both],
        ["trackEvent", "All", "signed_up", None, 20, both],
        ["trackEvent", "All", "Kept", None, None, {"dimension4": "gold"}],
    ]


def test_filters(host: Host) -> None:
    """Where All is off a call is for us that names us, by either name, with options or without."""
    host.begin()
    host.do("""
      const on = [{ All: false, Piwik: true }, { All: false, Matomo: { cvar: { 1: ['n', 'v'] } } }]
      for (const integrations of on) host.track('on', {}, { integrations })
    """)
    assert host.names() == ["trackEvent", "setCustomVariable", "trackEvent"]


def test_another_login(host: Host) -> None:
    """Where somebody else logs in without a logout, what was known of the first goes with them."""
    host.begin()
    host.do("host.identify('a'); host.identify('b'); host.track('x')")
    assert host.told() == [("x", "b")]
    assert host.commands()[:3] == [["setUserId", "a"], ["resetUserId"], ["setUserId", "b"]]


def test_middleware(host: Host) -> None:
    """A page's destination middleware sees, changes and drops calls to us, and to nobody else.

    The error of one that throws is shown.
    """
    host.expect("paqbridge: a callback threw")
    host.begin()
    host.run("""async () => {
      const seen = []
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
    assert host.commands() == [
        ["trackEvent", "changed", "a", "second", None],
        ["trackEvent", "changed", "b", "second", None],
    ]
    assert host.run("seen") == ["Piwik"] * 5
    (warning,) = host.warnings
    assert "Error: mine" in warning
    assert host.siblings() == ["a", "drop", "null", "throw", "b"]


def test_a_plugin_that_is_taken_off(host: Host) -> None:
    """Deregistered it sends nothing; loaded twice it starts once."""
    host.begin()
    host.run("""async () => {
      await matomo.load()
      await analytics.track('x')
      await analytics.deregister('Piwik')
      await matomo.track({ event: { type: 'track', event: 'late' } })
    }""")
    assert [command[0] for command in host.pushed()] == [
        "setSiteId",
        "setTrackerUrl",
        "enableLinkTracking",
        "trackEvent",
    ]


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
def test_integrations_of_the_start(integrations: str, is_sent: bool, host: Host) -> None:
    """What `load` says of destinations holds for each call, under both names."""
    host.write(PAGE)
    host.run(f"host.start({{}}, {{ integrations: {integrations} }})")
    host.do("host.track('x')")
    assert host.names() == (["trackEvent"] if is_sent else [])


def test_registered_twice(host: Host) -> None:
    """The host hands each call over twice: it is sent once."""
    host.begin()
    host.run("""async () => {
      await analytics.register(matomo)
      await analytics.track('x')
      await analytics.track('x')
    }""")
    assert host.names() == ["trackEvent", "trackEvent"]
    assert len(host.trackers()) == 1


def test_ready_though_taken_off(host: Host) -> None:
    """Taken off before its tracker is there, it does not keep the host's ready waiting."""
    host.hold_tracker()
    host.begin()
    host.do("host.takeOff()")
    host.release_tracker()
    host.wait("ready === 1")


def test_registered_late(host: Host) -> None:
    """Registered after calls, it gets those to come."""
    host.write(PAGE)
    host.run("""async () => {
      window.analytics = new host.Library()
      host.load([])
      await analytics.track('early')
      await analytics.register(host.create())
      await analytics.track('late')
    }""")
    assert host.events() == ["late"]


def test_screen(host: Host) -> None:
    """Segment's call for apps without pages is a page view."""
    host.begin(pageTitle="name")
    host.do("await analytics.screen('Shop', 'Cart')")
    assert host.commands() == [["setDocumentTitle", "Shop Cart"], ["trackPageView"]]


def test_a_consent_wrapper(host: Host) -> None:
    """A wrapper that stamps calls and blocks by the plugin's name, added before the start."""
    host.write(PAGE)
    host.run("""async () => {
      window.allowed = { Advertising: false }
      window.analytics = new host.Library()
      analytics.addSourceMiddleware(({ payload, next }) => {
        payload.obj.context.consent = { categoryPreferences: { ...allowed } }
        next(payload)
      })
      analytics.addDestinationMiddleware('Piwik', ({ payload, next }) => {
        if (payload.obj.context.consent.categoryPreferences.Advertising) next(payload)
      })
      host.load([host.create()])
      await analytics.track('before')
      allowed.Advertising = true
      await analytics.track('after')
    }""")
    assert host.events() == ["after"]


def test_a_call_that_the_host_tries_again(host: Host) -> None:
    """Another plugin makes the host try again: the call has been sent, and is not sent twice."""
    host.write(PAGE)
    host.run("""async () => {
      host.start()
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
    assert (host.run("tries"), host.names()) == (2, ["trackEvent"])


def test_properties_without_a_value(host: Host) -> None:
    """Typed events have undefined properties, also where middleware gets a copy of them."""
    host.begin()
    track = """host.track('x', { category: undefined, label: undefined, value: undefined },
      { integrations: { Piwik: undefined } })"""
    host.do(track)
    host.run("{ matomo.addMiddleware(({ payload, next }) => next(payload)) }")
    host.do(track)
    assert host.commands() == [["trackEvent", "All", "x", None, None]] * 2


def test_a_page_with_a_snippet_of_its_own(host: Host) -> None:
    """Matomo's own snippet, and another of ours: no command is lost, none comes out of order."""
    host.hold_tracker()
    host.write(PAGE)
    host.run("""async () => {
      window._paq = [['setSiteId', 7], ['setTrackerUrl', location.origin + '/piwik.php'],
        ['setUserId', 'own'], ['trackPageView']]
      host.start({ loadScript: false })
      analytics.identify('a')
      await analytics.track('x')
      const script = document.createElement('script')
      script.src = 'piwik.js'
      document.head.append(script)
    }""")
    host.release_tracker()
    host.wait("ready === 1")
    hits = [(one["idsite"], one.get("e_a"), one.get("uid")) for one in host.hits()]
    assert hits == [("7", None, "own"), ("1", "x", "a")]


def test_at_once_or_in_a_promise(host: Host) -> None:
    """Without middleware a call is sent at once: the page may be left. With it no call throws."""
    host.expect("paqbridge: a callback threw")
    host.begin()
    host.do("host.track('x')")
    at_once = """{
      const before = instruments.pushed.length
      matomo.track({ event: { event: 'y' } })
      instruments.pushed.length - before
    }"""
    assert host.run(at_once) == 1
    in_a_promise = """async () => {
      matomo.addMiddleware(() => { throw new Error('mine') })
      return matomo.track({ event: { event: 'z' } }).then(() => 'sent', () => 'broken')
    }"""
    assert host.run(in_a_promise) == "broken"


def run_held(host: Host, statements: str) -> None:
    """Run statements of JavaScript while a plugin holds each event, until they call ``go``."""
    host.run(f"""async () => {{
      let go = () => {{}}
      const held = new Promise((resolve) => {{ go = resolve }})
      const plugin = {{ name: 'slow', type: 'enrichment', version: '1', isLoaded: () => true }}
      const track = async (context) => {{ await held; return context }}
      await analytics.register({{ ...plugin, load: async () => {{}}, track }})
      {statements}
    }}""")


@pytest.mark.parametrize("consent", ["none", "load", "tracking"])
def test_a_call_made_while_refused(host: Host, consent: str) -> None:
    """It never leaves, though a plugin holds it until there is a yes; what is made then does."""
    host.begin(consent=consent)
    run_held(
        host,
        """
      matomo.consent.set('refused')
      const refused = analytics.track('made while refused')
      const now = Date.now()
      while (Date.now() === now);
      matomo.consent.set('given')
      const given = analytics.track('made then')
      go()
      await Promise.all([refused, given])
    """,
    )
    assert host.events() == ["made then"]


def test_a_yes_that_is_overtaken_by_a_no(host: Host) -> None:
    """What a call says of consent is older than a no that was said while a plugin held it."""
    host.begin(consentWithEvents=["C1"])
    run_held(
        host,
        """
      const stamp = { context: { consent: { categoryPreferences: { C1: true } } } }
      const call = analytics.track('made before', {}, stamp)
      matomo.consent.set('refused')
      go()
      await call
      await analytics.track('said again', {}, stamp)
    """,
    )
    assert host.run("matomo.consent.state()") == "refused"
    assert (host.asked, host.events()) == ([], [])
