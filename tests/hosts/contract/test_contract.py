"""What every host can count on, in the real library of each: down to the requests that leave."""

from __future__ import annotations

import pytest

from tests.hosts.host import PAGE, Host, in_hosts


@in_hosts()
def test_a_visit(host: Host) -> None:
    """Calls with traits, options and goals reach Matomo in order, and the plugin beside ours."""
    host.begin(goals={"Signed Up": 3}, dimensions={"traits.level": 4})
    host.wait_until_live()
    host.do("""
      host.page()
      host.identify('u1', { level: 'gold' })
      host.track('signed_up', { revenue: '$20' }, {
        integrations: { Piwik: { customVars: { 1: ['n', 'v'] } } },
      })
      host.track('Kept')
    """)
    data = {"dimension4": "gold"}
    assert host.pushed() == [
        ["setSiteId", 1],
        ["setTrackerUrl", f"{host.address}/piwik.php"],
        ["enableLinkTracking"],
        ["trackPageView"],
        ["setUserId", "u1"],
        ["setCustomVariable", "1", "n", "v", "page"],
        ["trackGoal", 3, 20, data],
        ["trackEvent", "All", "signed_up", None, 20, data],
        ["trackEvent", "All", "Kept", None, None, data],
    ]
    sent = [("Shop", None), ("3", "u1"), ("signed_up", "u1"), ("Kept", "u1")]
    assert host.told() == sent
    assert host.siblings() == ["page", "identify", "signed_up", "Kept"]


@in_hosts()
def test_logouts(host: Host) -> None:
    """A logout, or another's login, has its place among calls that nobody waited for.

    Each call is its own user's, and with the user goes what was known of them.
    """
    host.begin(dimensions={"traits.level": 4})
    host.wait_until_live()
    host.do("""
      host.track('guest')
      host.identify('a', { level: 'gold' })
      host.track('as a')
      host.reset()
      host.track('nobody')
      host.identify('b')
      host.track('as b')
      host.identify('c')
      host.reset()
      host.track('gone')
    """)
    events = [command for command in host.commands() if command[0] == "trackEvent"]
    assert [command[5:] for command in events] == [[], [{"dimension4": "gold"}], [], [], []]
    assert host.names()[2:5] == ["trackEvent", "resetUserId", "trackEvent"]
    assert host.names()[-2:] == ["resetUserId", "trackEvent"]
    users = {"guest": None, "as a": "a", "nobody": None, "as b": "b", "gone": None}
    assert host.told() == list(users.items())


@in_hosts("groups")
def test_groups(host: Host) -> None:
    """A group goes with later calls until the logout."""
    host.begin(groupDimension=5)
    host.wait_until_live()
    host.do("""
      host.identify('a')
      host.group('g')
      host.track('as a')
      host.reset()
      host.track('nobody')
    """)
    assert host.commands() == [
        ["setUserId", "a"],
        ["trackEvent", "All", "as a", None, None, {"dimension5": "g"}],
        ["resetUserId"],
        ["trackEvent", "All", "nobody", None, None],
    ]


@in_hosts("aliases")
def test_aliases(host: Host) -> None:
    """An alias is a login where the settings want it so."""
    host.begin(aliasUserId=True)
    host.wait_until_live()
    host.do("host.track('guest'); host.alias('d'); host.track('as d')")
    assert host.names() == ["trackEvent", "setUserId", "trackEvent"]
    assert host.told() == [("guest", None), ("as d", "d")]


@in_hosts("memory")
def test_a_user_of_an_earlier_page(host: Host) -> None:
    """The host keeps the user, who is told first; the logout begins a new visit, once."""
    host.begin(newVisitOnReset=True)
    host.do("host.identify('a')")
    host.begin(newVisitOnReset=True)
    host.do("""
      host.page()
      host.reset()
      host.track('nobody')
      host.track('nobody')
    """)
    assert host.names() == [
        "setUserId",
        "trackPageView",
        "resetUserId",
        "appendToTrackingUrl",
        "trackEvent",
        "appendToTrackingUrl",
        "trackEvent",
    ]


@in_hosts()
def test_switched_off(host: Host) -> None:
    """A call's integrations switch us off, under both names in any case, and on with options."""
    host.begin()
    host.do("""
      const off = [{ All: false }, { Piwik: false }, { Matomo: false }, { piwik: false }]
      const on = [{ Piwik: { cvar: { 1: ['n', 'v'] } } }, { matomo: true }]
      for (const integrations of off) host.track('off', {}, { integrations })
      for (const integrations of on) host.track('on', {}, { integrations })
      host.track('last')
    """)
    assert host.names() == ["setCustomVariable", "trackEvent", "trackEvent", "trackEvent"]
    assert host.events() == ["on", "on", "last"]


@in_hosts("early")
def test_calls_before_the_start(host: Host) -> None:
    """Calls that the host has queued arrive in its order: page and identify, then the rest."""
    host.write(PAGE)
    host.do("""
      host.start({}, { early() {
        host.page('Home')
        host.identify('u')
        host.track('x')
      } })
    """)
    assert host.names() == ["trackPageView", "setUserId", "trackEvent"]


@in_hosts()
def test_properties_without_a_value(host: Host) -> None:
    """Typed events have undefined properties: they count as not given."""
    host.begin()
    host.do("""
      host.track('x', { category: undefined, label: undefined, value: undefined },
        { integrations: { Piwik: undefined } })
      host.page({ name: undefined, title: undefined, url: undefined })
    """)
    assert host.commands() == [["trackEvent", "All", "x", None, None], ["trackPageView"]]


@in_hosts()
def test_consent(host: Host) -> None:
    """Calls wait for a consent that is given on our plugin, and go in their order."""
    host.begin(consent="load")
    host.do("host.page(); host.identify('u'); host.track('x')")
    host.wait("ready === 1")
    assert (host.run("matomo.consent.state()"), host.run("window._paq")) == ("pending", None)
    host.run("matomo.consent.give()")
    assert host.told() == [("Shop", "u"), ("x", "u")]
    assert host.run("matomo.consent.state()") == "given"


@in_hosts("removal")
def test_taken_off_and_put_back(host: Host) -> None:
    """What is called in between is lost, what comes after is sent; the host stays ready."""
    host.begin()
    host.wait("ready === 1")
    host.do("host.track('x')")
    host.do("host.takeOff()")
    host.do("host.track('lost')")
    host.do("host.putBack()")
    host.do("host.track('kept')")
    assert host.events() == ["x", "kept"]
    assert host.siblings() == ["x", "lost", "kept"]


@in_hosts()
@pytest.mark.parametrize("does", ["aborted", "late"])
def test_blocked(does: str, host: Host) -> None:
    """Without a tracker the host is ready, other plugins lose nothing, and one warning is said."""
    host.expect("Failed to load resource", "Matomo's script is blocked")
    host.set_tracker(does)
    with host.page.expect_console_message(lambda message: "paqbridge: " in message.text):
        host.begin(timeout=500)
        host.do("host.track('x')")
    host.wait("ready === 1")
    assert (host.siblings(), len(host.warnings)) == (["x"], 1)


@in_hosts()
def test_settings_that_are_no_good(host: Host) -> None:
    """A plugin that cannot start lets the host be ready and the others work."""
    host.expect("paqbridge: ")
    host.begin(siteId=None)
    host.do("host.track('x')")
    host.wait("ready === 1")
    assert (host.siblings(), host.run("window._paq"), host.trackers()) == (["x"], None, [])


@in_hosts("guards")
def test_ours_throws(host: Host) -> None:
    """Should a method of ours throw in each call, the host and the other plugins do not notice."""
    host.expect("RS SDK")  # RudderStack's says so on the console
    host.write(PAGE)
    host.run("host.start({}, { method: 'track' })")
    host.do("host.track('x'); host.page()")
    host.wait("ready === 1")
    assert (host.siblings(), host.events()) == (["x", "page"], [])
    assert host.run("thrown") > 0


@in_hosts()
def test_nothing_is_thrown(host: Host) -> None:
    """Whatever a page or a host hands over, nothing comes back at it and the next call works."""
    host.expect("paqbridge: ")
    host.begin()
    host.do("""
      const bomb = new Proxy({}, { get() { throw 1 }, has() { throw 1 }, ownKeys() { throw 1 } })
      const thrower = { enumerable: true, get() { throw new Error('mine') } }
      const mine = Object.defineProperty({}, 'category', thrower)
      const gone = Proxy.revocable({}, {}); gone.revoke()
      const values = [undefined, null, 5, NaN, Symbol('s'), 1n, {}, [], bomb, mine, gone.proxy,
        () => { throw 1 }]
      for (const method of host.methods) {
        for (const value of values) {
          for (const given of host.handed(value, method)) matomo[method](...given)
        }
      }
      host.identify('u')
      const loop = {}; loop.self = loop
      const mistakes = [null, NaN, Symbol('s'), 1n, [], loop, () => { throw 1 }]
      for (const value of mistakes.filter(host.bears)) {
        const options = { integrations: { Piwik: { customVars: value, dimensions: value } } }
        host.track('x', { category: value, value, label: value })
        host.track('y', {}, options)
        host.page({ title: value, url: value })
      }
      host.track('last')
    """)
    assert host.told()[-1] == ("last", "u")
    first, *heard, last = host.siblings()
    assert (first, last) == ("identify", "last")
    assert heard == ["x", "y", "page"] * (len(heard) // 3)


@in_hosts()
def test_a_date(host: Host) -> None:
    """A date counts as its text in JSON, which some hosts make of each call."""
    host.begin(dimensions={"properties.end": 3, "traits.since": 4})
    host.wait_until_live()
    host.do("""
      const end = new Date(Date.UTC(2026, 0, 2, 3, 4, 5))
      host.identify('u1', { since: end })
      host.track('Booked', { label: end, end })
    """)
    day = "2026-01-02T03:04:05.000Z"
    data = {"dimension3": day, "dimension4": day}
    assert host.commands()[-1] == ["trackEvent", "All", "Booked", day, None, data]
