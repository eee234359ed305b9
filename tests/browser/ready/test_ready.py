"""What a call gives back: ready, callbacks after 300 ms, promises."""

from __future__ import annotations

import pytest

from tests.support.visit import Visit

CALLS = [
    "page(callback)",
    "page('name', callback)",
    "page('category', 'name', callback)",
    "page('category', 'name', {a: 1}, callback)",
    "page('category', 'name', {a: 1}, {}, callback)",
    "page({a: 1}, callback)",
    "page({a: 1}, {}, callback)",
    "identify('u1', callback)",
    "identify('u1', {a: 1}, callback)",
    "identify('u1', {a: 1}, {}, callback)",
    "identify({a: 1}, callback)",
    "identify(callback)",
    "track('x', callback)",
    "track('x', {a: 1}, callback)",
    "track('x', {a: 1}, {}, callback)",
]


def test_ready_waits_for_the_tracker(visit: Visit) -> None:
    """Callbacks given before and after load run once, in order, when the tracker is live."""
    visit.hold_tracker()
    visit.open()
    visit.run("analytics.ready(() => { order.push('first') })")
    visit.run("analytics.load(settings)")
    visit.run("analytics.ready(() => { order.push('second') })")
    visit.wait_for_request()
    assert visit.run("order") == []
    visit.release_tracker()
    visit.wait("order.length === 2")
    visit.run("new Promise((done) => { analytics.ready(() => { order.push('third'); done() }) })")
    assert visit.run("order") == ["first", "second", "third"]


def test_ready_is_never_called_at_once(visit: Visit) -> None:
    """Even when all is live, the callback runs after the call that gave it has returned."""
    visit.open()
    visit.run("analytics.load(settings)")
    visit.wait_until_live()
    visit.run("{ analytics.ready(() => { order.push('ready') }); order.push('returned') }")
    visit.wait("order.length === 2")
    assert visit.run("order") == ["returned", "ready"]


def test_a_ready_callback_that_throws(visit: Visit) -> None:
    """Its error is shown, and the others run all the same."""
    visit.expect("paqbridge: a callback threw")
    visit.open()
    visit.run("analytics.ready(() => { throw new Error('mine') })")
    visit.run("analytics.ready(() => { order.push('other') })")
    visit.run("analytics.load(settings)")
    visit.wait("order.length === 1")
    (warning,) = visit.warnings
    assert "Error: mine" in warning


def test_a_callback_of_a_call_that_throws(visit: Visit) -> None:
    """Whatever a call's callback throws is shown, and the call has left all the same."""
    visit.expect("paqbridge: a callback threw")
    visit.open()
    visit.run("analytics.load(settings)")
    visit.run("analytics.track('x', () => { throw ['no', 'error'].join(' ') })")
    visit.run("new Promise((done) => analytics.page(done))")
    (warning,) = visit.warnings
    assert "no error" in warning
    assert [hit.get("e_a") for hit in visit.hits()] == ["x", None]


@pytest.mark.parametrize("started", [True, False])
def test_callbacks_run_after_300_milliseconds(started: bool, visit: Visit) -> None:
    """Once each, in whatever place the callback stands, and whether or not load was called."""
    visit.page.clock.install()
    visit.open()
    if started:
        visit.run("analytics.load(settings)")
        visit.wait_until_live()
    visit.page.clock.pause_at(visit.run("Date.now() + 1000"))
    for index, call in enumerate(CALLS):
        visit.run(f"{{ const callback = () => {{ order.push({index}) }}; analytics.{call}; 0 }}")
    visit.page.clock.run_for(299)
    assert visit.run("order") == []
    visit.page.clock.run_for(1)
    assert visit.run("order") == list(range(len(CALLS)))
    visit.page.clock.run_for(1000)
    assert visit.run("order.length") == len(CALLS)


def test_each_call_returns_a_promise(visit: Visit) -> None:
    """It is the browser's own kind and is kept, before load and whatever is passed."""
    visit.expect("paqbridge: siteId")
    visit.expect("paqbridge: serverUrl")
    visit.open()
    for method in ["page", "identify", "track", "reset", "ready", "load", "initialize"]:
        assert visit.run(f"analytics.{method}() instanceof Promise"), method
        visit.run(f"analytics.{method}(null, 5, Symbol.iterator)")


def test_promises_are_kept_once_started(visit: Visit) -> None:
    """Code that waits for calls goes on, with a tracker or without one that answers."""
    visit.hold_tracker()
    visit.open()
    visit.run("""async () => {
      await analytics.load(settings); await analytics.identify('u1'); await analytics.page()
      await analytics.track('x'); await analytics.reset()
    }""")
    names = [command[0] for command in visit.pushed()[3:]]
    assert names == ["setUserId", "trackPageView", "trackEvent", "resetUserId"]
