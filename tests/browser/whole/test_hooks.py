"""What a page puts in between: source and destination middleware, and plugins."""

from __future__ import annotations

import pytest

from tests.support.visit import Visit


@pytest.fixture
def page(visit: Visit) -> Visit:
    """Open a page with the full standalone, loaded, and a record of what hooks saw."""
    visit.hold_tracker()
    visit.write(f"""<script src="/dist/analytics.full.min.js"></script><script>
      window.seen = []
      analytics.load({{siteId: 1, serverUrl: "{visit.matomo}", timeout: 60000}})
      </script>""")
    return visit


def events(visit: Visit) -> list[str]:
    """Return the names of the events that Matomo is told."""
    return [command[2] for command in visit.queued() if command[0] == "trackEvent"]


PASS = "({ payload, next }) => next(payload)"


MIDDLE = [
    (PASS, True),
    ("({ payload, next }) => { next(payload); next(payload) }", True),
    ("({ payload, next }) => Promise.resolve().then(() => next(payload))", True),
    ("({ next }) => next(null)", False),
    ("({ next }) => next()", False),
    ("() => {}", False),
    ("({ payload, next }) => { setTimeout(() => next(payload), 0) }", False),
    ("() => { throw new Error('mine') }", False),
    ("() => Promise.reject(new Error('mine'))", False),
]

ADDS = (
    "addSourceMiddleware(F)",
    "addDestinationMiddleware('piwik', F)",
    "addDestinationMiddleware('Matomo', [F])",
    "addDestinationMiddleware('*', F)",
)
CASES = [
    (add, *case)
    for add in ADDS
    for case in MIDDLE
    if add == ADDS[0] or case in (MIDDLE[0], MIDDLE[3])
]
"""What a function can do, to all calls; and that it passes, or drops, what one destination gets."""


@pytest.mark.parametrize(("add", "middle", "arrives"), CASES)
def test_middleware(add: str, middle: str, arrives: bool, page: Visit) -> None:
    """Nothing passes what a function drops, forgets, or fails to look at."""
    page.expect("middleware threw")
    page.expect("next wants its payload")
    context = page.run(f"""(async () => {{
      await analytics.{add.replace("F", middle)}
      const context = await analytics.track('E')
      return context.failedDelivery() === null
    }})()""")
    assert context is arrives
    assert events(page) == (["E"] if arrives else [])


def test_a_user_id_in_the_options(page: Visit) -> None:
    """It is the message's where nobody is known; Matomo is told the same as without a function."""
    page.run("""analytics.addSourceMiddleware(({ payload, next }) => {
      seen.push(payload.userId())
      next(payload)
    })
    analytics.track('D', {}, {userId: 'other'})
    analytics.identify('u', {}, {userId: 'other'})
    analytics.track('E', {}, {userId: 'other'})""")
    assert page.run("seen") == ["other", "u", "u"]
    told = [command[:3] for command in page.queued() if command[0] in ("setUserId", "trackEvent")]
    assert told == [["trackEvent", "All", "D"], ["setUserId", "u"], ["trackEvent", "All", "E"]]


def test_a_user_id_of_a_function(page: Visit) -> None:
    """What a function makes of it counts."""
    page.run("""analytics.addSourceMiddleware(({ payload, next }) => {
      payload.obj.userId = null
      next(payload)
    })
    analytics.identify('u', {}, {userId: 'u'})
    analytics.track('E', {}, {userId: 'u'})""")
    assert [command[0] for command in page.queued() if command[0] == "setUserId"] == []


def test_the_older_form(page: Visit) -> None:
    """Integration middleware takes its arguments one by one."""
    page.run("""analytics.addIntegrationMiddleware((payload, integration, next) => {
      seen.push(integration)
      payload.obj.event += '!'
      next(payload)
    }); analytics.track('E')""")
    assert (page.run("seen"), events(page)) == (["Piwik"], ["E!"])
    # It sees what the page's own destinations get, under the names that they have.
    page.run("""analytics.register({ name: 'My Desk', type: 'destination',
      isLoaded: () => true, load: () => Promise.resolve() })""")
    page.run("analytics.track('F')")
    assert page.run("seen") == ["Piwik", "My Desk", "Piwik"]


def test_changes_take_effect(page: Visit) -> None:
    """In the order of registration, the source's before the destination's."""
    page.run("""
      const add = (sign) => ({ payload, next }) => { payload.obj.event += sign; next(payload) }
      analytics.addDestinationMiddleware('Piwik', add('3'))
      analytics.addSourceMiddleware(add('1'))
      analytics.addSourceMiddleware(add('2'))
      analytics.track('E')""")
    assert events(page) == ["E123"]


def test_it_can_switch_off(page: Visit) -> None:
    """Integrations of the message count as the function leaves them."""
    page.run("""
      analytics.addSourceMiddleware(({ payload, next }) => {
        payload.obj.integrations = { Piwik: payload.event() !== 'off' }
        next(payload)
      })
      analytics.track('off'); analytics.track('on')""")
    assert events(page) == ["on"]


def test_the_payload(page: Visit) -> None:
    """It is read as Segment's facade is."""
    code = """new Promise((resolve) => {
      analytics.addSourceMiddleware(({ payload, next, integrations }) => {
        resolve([payload.type(), payload.action(), payload.event(), payload.properties(),
          payload.field('event'), payload.proxy('properties.a'), payload.json().type,
          payload.userId(), typeof payload.anonymousId(), integrations])
        next(payload)
      })
      analytics.identify('u'); analytics.track('E', {a: 1})
    })"""
    said = page.run(code)
    assert said[0] == "identify"
    assert (said[7], said[8], said[9]) == ("u", "string", {})


def test_slow_middleware_keeps_the_order(page: Visit) -> None:
    """What follows a call that is being looked at waits for it."""
    page.run("""(async () => {
      analytics.addSourceMiddleware(({ payload, next }) => new Promise((done) => {
        setTimeout(() => { next(payload); done() }, payload.event() === 'A' ? 30 : 0)
      }))
      analytics.track('A'); analytics.track('B')
      await analytics.track('C')
    })()""")
    assert events(page) == ["A", "B", "C"]


def test_ten_thousand_calls(page: Visit) -> None:
    """A hook costs no stack, however many calls wait for it."""
    page.run("""(async () => {
      let open
      const gate = new Promise((resolve) => { open = resolve })
      let first = true
      analytics.addSourceMiddleware(({ payload, next }) => {
        if (!first) return next(payload)
        first = false
        return gate.then(() => next(payload))
      })
      for (let n = 0; n < 9000; n++) analytics.track('E' + n)
      open()
      await analytics.track('last')
    })()""")
    assert events(page)[-2:] == ["E8999", "last"]


PLUGIN = """{ name: 'Mine', type: 'TYPE', version: '1', isLoaded: () => true,
  load() { this.isMine = true }, track(context) { BODY } }"""


@pytest.mark.parametrize(
    ("kind", "body", "arrives"),
    [
        ("before", "return context", ["E"]),
        ("before", "if (this.isMine) context.event.event = 'F'; return context", ["F"]),
        ("before", "return undefined", []),
        ("before", "throw new Error('mine')", []),
        ("before", "context.cancel()", []),
        ("enrichment", "context.event.event = 'F'", ["F"]),
        ("enrichment", "context.updateEvent('event', 'F'); return context", ["F"]),
        ("enrichment", "throw new Error('mine')", ["E"]),
        ("enrichment", "return Promise.reject(new Error('mine'))", ["E"]),
        ("enrichment", "context.cancel(new Error('no'))", []),
        ("destination", "context.event.event = 'F'; return context", ["E"]),
        ("destination", "throw new Error('mine')", ["E"]),
        ("after", "seen.push(this.isMine && this.type); return context", ["E"]),
        ("utility", "seen.push('never'); return context", ["E"]),
    ],
)
def test_plugins(kind: str, body: str, arrives: list[str], page: Visit) -> None:
    """A plugin changes, stops or sees a call, by its type; each method is its own."""
    page.expect("threw")
    page.run(f"""(async () => {{
      await analytics.register({PLUGIN.replace("TYPE", kind).replace("BODY", body)})
      await analytics.track('E')
    }})()""")
    assert events(page) == arrives
    assert page.run("seen") == (["after"] if kind == "after" else [])


def test_destinations_of_the_page(page: Visit) -> None:
    """A destination gets the calls that are meant for it, in their order, also while it loads."""
    page.run("""(async () => {
      let loaded
      const plugin = { name: 'Mine', type: 'destination', isLoaded: () => true,
        load: () => new Promise((resolve) => { loaded = resolve }),
        track: (context) => { seen.push(context.event.event); return context } }
      analytics.register(plugin)
      analytics.track('A')
      await analytics.track('B', {}, { integrations: { Mine: false } })
      await analytics.track('C', {}, { integrations: { All: false } })
      await analytics.track('D', {}, { integrations: { All: false, Mine: true } })
      loaded()
      await new Promise((resolve) => setTimeout(resolve, 0))
      await analytics.track('E')
      await analytics.deregister('Mine')
      await analytics.track('F')
    })()""")
    assert page.run("seen") == ["A", "D", "E"]
    assert events(page) == ["A", "B", "E", "F"]


def test_one_that_comes_last_loads_late(page: Visit) -> None:
    """It sees the calls of before it has loaded, in their order, as in analytics-next."""
    page.run("""(async () => {
      let loaded
      analytics.register({ name: 'Last', type: 'after', isLoaded: () => true,
        load: () => new Promise((resolve) => { loaded = resolve }),
        track: (context) => { seen.push(context.event.event); return context } })
      analytics.track('A')
      await analytics.track('B')
      loaded()
      await new Promise((resolve) => setTimeout(resolve, 0))
      await analytics.track('C')
    })()""")
    assert page.run("seen") == ["A", "B", "C"]
    assert events(page) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("options", "who"),
    [
        ("{ Mine: false }", "Matomo"),
        ("{ mine: false, ip: '0' }", "Matomo"),
        ("{ providers: { Mine: false } }", "Matomo"),
        ("{ Piwik: false }", "Mine"),
        ("{ All: false }", ""),
        ("{ all: false, Mine: true }", "Mine"),
        ("{ All: false, Mine: false, integrations: { All: true, Mine: true } }", "Matomo Mine"),
    ],
)
def test_destinations_at_the_top_of_options(options: str, who: str, page: Visit) -> None:
    """Where Segment's classic library lets a page say who gets a call, it counts for all of them."""
    context = page.run(f"""(async () => {{
      await analytics.register({{ name: 'Mine', type: 'destination', isLoaded: () => true,
        load: () => Promise.resolve(), track: (context) => {{ seen.push('Mine'); return context }} }})
      return (await analytics.track('E', {{}}, {options})).event.context
    }})()""")
    assert [*["Matomo" for _ in events(page)], *page.run("seen")] == who.split()
    assert {"mine", "providers", "all", "piwik"}.isdisjoint(map(str.lower, context))


def test_a_plugin_that_cannot_load(page: Visit) -> None:
    """It is warned of and left out; calls go on."""
    page.expect("a plugin cannot be loaded")
    page.run("""(async () => {
      await analytics.register({ name: 'Bad', type: 'before', load: () => { throw new Error('no') },
        track: () => {} })
      await analytics.track('E')
    })()""")
    assert events(page) == ["E"]
    assert len(page.warnings) == 1


def test_calls_wait_for_a_plugin_that_changes_them(page: Visit) -> None:
    """A call that comes while an enrichment loads is enriched."""
    page.run("""(async () => {
      analytics.register({ name: 'Slow', type: 'enrichment',
        load: () => new Promise((resolve) => setTimeout(resolve, 20)),
        track: (context) => { context.event.event = 'F'; return context } })
      await analytics.track('E')
    })()""")
    assert events(page) == ["F"]


def test_who_registers_plugins_may_wait_for_them(page: Visit) -> None:
    """All of them are taken, however many; the promise is kept when each has loaded or has failed
    to, and waits for no destination."""
    page.expect("a plugin cannot be loaded")
    context = page.run("""(async () => {
      const plugin = (name, type, load) => ({ name, type, load,
        track: (context) => { seen.push(name); return context } })
      const slow = () => new Promise((resolve) => setTimeout(() => resolve(seen.push('loaded')), 20))
      const given = await analytics.register(
        plugin('never', 'destination', () => new Promise(() => {})),
        plugin('bad', 'enrichment', () => Promise.reject(new Error('no'))),
        ...[1, 2, 3, 4, 5, 6].map((name) => plugin(name, 'enrichment', slow)))
      await analytics.track('E')
      return typeof given.log
    })()""")
    assert (context, page.run("seen")) == ("function", [*["loaded"] * 6, 1, 2, 3, 4, 5, 6])


def test_a_refusal_while_a_hook_takes_its_time(visit: Visit) -> None:
    """A call of before a no is not sent after it, whatever hook has held it."""
    visit.hold_tracker()
    visit.write(f"""<script src="/dist/analytics.full.min.js"></script><script>
      analytics.load({{siteId: 1, serverUrl: "{visit.matomo}", consent: "load"}})
      </script>""")
    visit.run("""(async () => {
      analytics.consent.give()
      let open
      analytics.addSourceMiddleware(({ payload, next }) => new Promise((done) => {
        open = () => { next(payload); done() }
      }))
      const sent = analytics.track('E')
      analytics.consent.withdraw()
      analytics.consent.give()
      open()
      await sent
    })()""")
    assert events(visit) == []
