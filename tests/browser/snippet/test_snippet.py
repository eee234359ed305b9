"""Calls that a snippet's stub has queued are made again, each once, in the order of the page."""

from __future__ import annotations

import pytest

from tests.support.visit import Visit

START = 3
BEGIN = "analytics.load(settings)"
MIXED = """analytics.page(); analytics.track('one'); analytics.page('two'); analytics.identify('u1');
analytics.track('three', {label: 'x'}); analytics.track('four', {}, {}, () => {})"""
MIXED_COMMANDS = [
    ["trackPageView"],
    ["trackEvent", "All", "one", None, None],
    ["trackPageView"],
    ["setUserId", "u1"],
    ["trackEvent", "All", "three", "x", None],
    ["trackEvent", "All", "four", None, None],
]


@pytest.mark.parametrize("when", ["first", "in the middle", "last"])
def test_the_stub_is_replayed_in_order(when: str, visit: Visit) -> None:
    """Calls keep their order wherever load stands among them: no grouping by method."""
    calls = MIXED.replace("\n", "").split("; ")
    place = {"first": 0, "in the middle": 3, "last": len(calls)}[when]
    visit.open()
    visit.run(f"{{{';'.join([*calls[:place], BEGIN, *calls[place:]])}}}")
    visit.run("addBundle()")
    assert visit.pushed()[START:] == MIXED_COMMANDS
    hits = visit.hits()
    told = [hit.get("e_a", hit.get("action_name")) for hit in hits]
    assert told == ["Shop", "one", "Shop", "three", "four"]


def test_calls_after_the_stub_come_after_it(visit: Visit) -> None:
    """What the page calls once the bundle is there follows what the stub had queued."""
    visit.open()
    visit.run(f"{{{BEGIN}; analytics.track('queued')}}")
    visit.run("addBundle().then(() => { window.analytics.track('called') })")
    assert [command[2] for command in visit.pushed()[START:]] == ["queued", "called"]


def test_references_to_the_stub_stay_good(visit: Visit) -> None:
    """The object and the methods that a page took from the stub work after the bundle."""
    visit.open()
    visit.run("{ window.taken = analytics; window.method = analytics.track; 0 }")
    visit.run(f"{BEGIN}; addBundle()")
    assert visit.run("taken === window.analytics")
    visit.run("{ taken.track('object'); method('method'); taken.push(['track', 'pushed']) }")
    commands = visit.pushed()[START:]
    assert [command[2] for command in commands] == ["object", "method", "pushed"]


def test_foreign_keys_of_the_stub_stay(visit: Visit) -> None:
    """What the page put onto its stub is still there."""
    visit.open()
    visit.run("analytics.mine = 5")
    visit.run(f"{BEGIN}; addBundle()")
    kept = visit.run("[analytics.mine, analytics.SNIPPET_VERSION, analytics._writeKey]")
    assert kept == [5, "5.2.0", "key"]


def test_calls_that_the_bundle_does_not_have(visit: Visit) -> None:
    """Unknown and malformed entries of the stub cost nothing but themselves."""
    visit.expect("group: ", "on: ")
    visit.open()
    visit.run("analytics.push(['group', 'g'], ['on', 'x', () => {}], [], null, 5, 'track', [5])")
    visit.run(f"{{analytics.track('before'); {BEGIN}; analytics.track('after')}}")
    visit.run("addBundle()")
    assert [command[2] for command in visit.pushed()[START:]] == ["before", "after"]


def test_the_page_context_of_new_stubs(visit: Visit) -> None:
    """The argument that newer stubs add to each call changes no command."""
    visit.hold_tracker()
    visit.open()
    visit.run(f"""{{
        {BEGIN}; analytics.page(pageContext()); analytics.page('name', pageContext())
        analytics.identify('u1', {{}}, pageContext()); analytics.track('x', pageContext())
        analytics.track('y', {{label: 'l'}}, pageContext()); 0
    }}""")
    visit.run("addBundle()")
    assert visit.pushed()[START:] == [
        ["trackPageView"],
        ["trackPageView"],
        ["setUserId", "u1"],
        ["trackEvent", "All", "x", None, None],
        ["trackEvent", "All", "y", "l", None],
    ]


def test_ready_from_the_stub(visit: Visit) -> None:
    """A ready callback that the stub has queued is called once the tracker is live."""
    visit.open()
    visit.run("analytics.ready(() => { window.live = !Array.isArray(_paq) })")
    visit.run(f"{BEGIN}; addBundle()")
    visit.wait("window.live === true")
