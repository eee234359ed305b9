"""Calls in all forms: messages, contexts, promises, callbacks and listeners."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.visit import Visit


@pytest.fixture
def page(visit: Visit) -> Visit:
    """Open a page with the full standalone, loaded."""
    visit.hold_tracker()
    visit.site.files["page.html"] = f"""<!doctype html><title>Shop</title>
      <link rel="Canonical" href="/canonical#part">
      <script src="/dist/analytics.full.min.js"></script><script>
      analytics.load({{siteId: 1, serverUrl: "{visit.matomo}",
        dimensions: {{"context.locale": 1, "context.campaign.name": 2}}}})
      </script>"""
    visit.open("page.html?utm_campaign=spring&utm_source=mail&a=1")
    return visit


TRACKS: list[tuple[str, Any, Any]] = [
    ("track('E')", {}, {}),
    ("track('E', {a: 1})", {"a": 1}, {}),
    ("track('E', {a: 1}, {ip: '0'})", {"a": 1}, {"ip": "0"}),
    ("track({event: 'E', properties: {a: 1}}, {ip: '0'})", {"a": 1}, {"ip": "0"}),
    ("track('E', null, {ip: '0'})", {}, {"ip": "0"}),
    ("track('E', () => {})", {}, {}),
]


def test_track(page: Visit) -> None:
    """Each overload gives the same message."""
    page.run("analytics.timeout(0)")
    for call, properties, options in TRACKS:
        event = page.run(f"analytics.{call}.then((context) => context.event)")
        said = (event["type"], event["event"], event["properties"], event["context"].get("ip"))
        assert (call, *said) == (call, "track", "E", properties, options.get("ip"))


PAGES: list[tuple[str, Any, Any, dict[str, Any]]] = [
    ("page()", None, None, {}),
    ("page('N')", None, "N", {}),
    ("page('C', 'N')", "C", "N", {}),
    ("page({a: 1})", None, None, {"a": 1}),
    ("page('N', {a: 1})", None, "N", {"a": 1}),
    ("page('C', 'N', {a: 1})", "C", "N", {"a": 1}),
    ("page('C', null, {a: 1})", None, "C", {"a": 1}),
    ("page({a: 1}, {ip: '0'})", None, None, {"a": 1}),
    ("page(5)", None, None, {}),
    ("pageview('/u')", None, None, {"path": "/u"}),
]


def test_page(page: Visit) -> None:
    """Names stand in the properties as well, beside the page's facts."""
    facts = {
        "path": "/canonical",
        "referrer": "",
        "search": "?utm_campaign=spring&utm_source=mail&a=1",
        "title": "Shop",
        "url": f"{page.address}/canonical?utm_campaign=spring&utm_source=mail&a=1",
    }
    for call, category, name, given in PAGES:
        event = page.run(f"analytics.{call}.then((context) => context.event)")
        assert (call, event.get("category"), event.get("name")) == (call, category, name)
        named = {key: text for key, text in (("category", category), ("name", name)) if text}
        assert event["properties"] == {**facts, **given, **named}
        path = {"path": given["path"]} if "path" in given else {}
        assert event["context"]["page"] == {**facts, **path}


def test_the_url_of_matomo_is_the_address(page: Visit) -> None:
    """A canonical link is Segment's idea of the page, not Matomo's."""
    page.run("analytics.page()")
    page.run("analytics.addSourceMiddleware(({payload, next}) => next(payload)); analytics.page()")
    assert [command[0] for command in page.queued()[3:]] == ["trackPageView", "trackPageView"]


def test_the_time_of_a_call(page: Visit) -> None:
    """It is a date, as in both of Segment's libraries, unless the call says it in another form."""
    code = """analytics.track('E', {}, %s).then(
      (context) => [context.event.timestamp instanceof Date, JSON.stringify(context.event.timestamp)])"""
    is_date, text = page.run(code % "{}")
    assert is_date
    assert text.endswith('Z"')
    assert page.run(code % "{timestamp: 5}") == [False, "5"]


def test_common_fields(page: Visit) -> None:
    """Ids, time and context are there, and options go where Segment puts them."""
    code = """analytics.identify('u'), analytics.track('E', {}, {
      integrations: {All: true, Other: false}, timestamp: '2026-01-02T03:04:05.000Z',
      anonymousId: 'anon', messageId: 'm', locale: 'xx', context: {ip: '0', campaign: {name: 'own'}},
    }).then((context) => context.event)"""
    event = page.run(code)
    assert event["integrations"] == {"All": True, "Other": False}
    assert event["timestamp"] == "2026-01-02T03:04:05.000Z"
    assert (event["anonymousId"], event["messageId"], event["userId"]) == ("anon", "m", "u")
    context = event["context"]
    assert (context["locale"], context["ip"], context["campaign"]) == ("xx", "0", {"name": "own"})
    assert context["library"]["name"] == "paqbridge"
    assert page.run("analytics.user().anonymousId()") == "anon"


def test_dimensions_of_the_context(page: Visit) -> None:
    """What the browser and the campaign say can be a dimension."""
    page.run("analytics.track('E')")
    language = page.run("navigator.language")
    assert page.queued()[-1][-1] == {"dimension1": language, "dimension2": "spring"}


def test_the_caller_keeps_its_objects(page: Visit) -> None:
    """Neither options nor properties are changed, by us or by middleware."""
    code = """(() => {
      analytics.addSourceMiddleware(({payload, next}) => {
        payload.obj.properties.list[0].b = 2
        payload.obj.context.page.url = 'x'
        next(payload)
      })
      const properties = {list: [{a: 1}]}, options = {context: {}}
      analytics.page('N', properties, options)
      return JSON.stringify([properties, options])
    })()"""
    assert page.run(code) == '[{"list":[{"a":1}]},{"context":{}}]'


def test_promises(page: Visit) -> None:
    """A call answers with a real promise that has the methods; analytics itself is none."""
    code = """(async () => {
      const one = analytics.track('E')
      const context = await one
      return [one instanceof Promise, typeof analytics.then, typeof one.page, context.failedDelivery(),
        one.track('F') instanceof Promise, typeof context.updateEvent('properties.x', 1)]
    })()"""
    assert page.run(code) == [True, "undefined", "function", None, True, "object"]


@pytest.mark.parametrize(
    ("call", "heard"),
    [
        ("track('E', {a: 1}, {o: 1})", ["track", "E", {"a": 1}, {"o": 1}]),
        ("identify('u', {a: 1}, {o: 1})", ["identify", "u", {"a": 1}, {"o": 1}]),
        ("group('g', {a: 1}, {o: 1})", ["group", "g", {"a": 1}, {"o": 1}]),
        ("alias('to', 'from', {o: 1})", ["alias", "to", "from", {"o": 1}]),
        ("alias('to')", ["alias", "to", None]),
        ("reset()", ["reset"]),
    ],
)
def test_listeners(call: str, heard: list[Any], page: Visit) -> None:
    """They hear what Segment's do, before the call returns."""
    code = f"""(() => {{
      const heard = []
      for (const name of ['track', 'identify', 'group', 'alias', 'reset'])
        analytics.on(name, (...given) => heard.push(name, ...given.filter((one) => one !== undefined)))
      analytics.{call}
      return heard
    }})()"""
    assert page.run(code) == heard


def test_once_off_emit(page: Visit) -> None:
    """Listeners come and go, in their order; each is guarded."""
    page.expect("a callback threw")
    code = """(() => {
      const heard = [], say = (word) => () => heard.push(word)
      const b = say('b'), twice = say('t')
      analytics.on('x', () => { throw new Error('mine') })
      analytics.once('x', say('a')).on('x', b).on('x', twice).on('x', twice)
      analytics.emit('x')
      analytics.off('x', b).emit('x')
      analytics.off('x').emit('x')
      analytics.on('y', function (...given) { heard.push(this === analytics, ...given) })
      analytics.emit('y', 1, 2, 3, 4, 5, 6, 7)
      analytics.off()
      analytics.emit('y')
      return heard
    })()"""
    found = page.run(code)
    assert found == ["a", "b", "t", "t", "t", "t", True, 1, 2, 3, 4, 5, 6, 7]


def test_callbacks(page: Visit) -> None:
    """A callback comes after the timeout with the context, in whatever place it stands."""
    page.run("""analytics.timeout(0); window.called = []
      analytics.track('E', (context) => called.push(context.event.event))
      analytics.identify((context) => called.push(context.event.type))
      analytics.page((context) => called.push(context.event.type))""")
    page.wait("called.length === 3")
    assert page.run("called") == ["E", "identify", "page"]


@pytest.mark.parametrize("call", ["ready(done)", "track('E', done)"])
def test_the_next_tick(call: str, page: Visit) -> None:
    """``ready``, and a callback that is to wait no time, come before any timer, but not at once."""
    page.release_tracker()
    page.wait("new Promise((done) => analytics.ready(() => done(true)))")
    # In a script of the page's: WebKit's driver keeps ticks back until what it runs is answered.
    code = f"""
      window.order = []
      const done = () => order.push('done')
      setTimeout(() => order.push('timer'))
      analytics.timeout(0)
      analytics.{call}
      order.push('script')"""
    page.run(
        "(code) => document.head.append(Object.assign(document.createElement('script'), { text: code }))",
        code,
    )
    page.wait("order.includes('timer')")
    assert page.run("order") == ["script", "done", "timer"]


def test_what_a_page_listener_hears_of_the_page(page: Visit) -> None:
    """Its options have the page's facts, as those of Segment's classic library; the page's have not."""
    code = """new Promise((tell) => {
      const given = { ip: '0' }
      analytics.once('page', (category, name, properties, options) => tell([options, given]))
      analytics.page('N', {}, given)
    })"""
    heard, given = page.run(code)
    assert (heard["ip"], heard["context"]["page"]["title"], given) == ("0", "Shop", {"ip": "0"})


def test_no_name(page: Visit) -> None:
    """Who waits for a call without a name hears of it, as in Segment's newer library; others do not."""
    page.expect("expected an event name", "expected an event name", "expected an event name")
    code = """(async () => {
      analytics.track()
      const said = []
      for (const name of ['', 5]) await analytics.track(name).catch((error) => said.push(error.message))
      return said
    })()"""
    assert page.run(code) == ["Event missing", "Event missing"]


def test_inner_parts(page: Visit) -> None:
    """What consent tools and debuggers look at is there, and empty."""
    code = "[analytics.Integrations, analytics.plugins, analytics.failedInitializations]"
    assert page.run(code) == [{}, {}, []]


def test_stubs_warn_once(page: Visit) -> None:
    """What has no meaning here says so once, and throws never."""
    page.expect("paqbridge: addIntegration")
    page.run("analytics.addIntegration(); analytics.addIntegration()")
    assert len(page.warnings) == 1
