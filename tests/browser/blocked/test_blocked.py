"""A tracker that does not come costs one warning; page, ready and callbacks go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route

from tests.support.visit import TRACKER, Visit

Answer = Callable[[Route], Any]
HTML = "<!doctype html><title>Sign in to this network</title>"
FAILED = "Failed to load resource"  # the browser's own line

ANSWERS: dict[str, tuple[Answer, list[str]]] = {
    "aborted": (lambda route: route.abort(), [FAILED]),
    "blocked by an extension": (lambda route: route.abort("blockedbyclient"), [FAILED]),
    "404": (lambda route: route.fulfill(status=404, body="no such file"), [FAILED]),
    "500": (lambda route: route.fulfill(status=500, body="sorry"), [FAILED]),
    # Only the file itself can be at fault for what the browser then reports: not ours to catch.
    "HTML body": (
        lambda route: route.fulfill(content_type="text/html", body=HTML),
        ["uncaught: Unexpected token '<'"],
    ),
    "empty": (lambda route: route.fulfill(content_type="text/javascript", body=""), []),
    "another script": (
        lambda route: route.fulfill(content_type="text/javascript", body="window.other = 1"),
        [],
    ),
}
QUEUED = [
    ["trackPageView"],
    ["setUserId", "a"],
    ["trackEvent", "All", "one", None, 5],
    ["resetUserId"],
]
READY = "page.ready === 1 && page.called === 1"


def settled(visit: Visit) -> None:
    """Wait until ready and the callback have come; then look at what was said and queued."""
    visit.wait(READY)
    assert len(visit.warnings) == 1
    assert visit.warnings[0].startswith("console warning: paqbridge: Matomo's script is blocked")
    assert visit.queued()[3:] == QUEUED


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_file_that_is_no_tracker(kind: str, visit: Visit) -> None:
    """ready settles at once, one warning says why, and later calls bring no second one."""
    answer, browser_says = ANSWERS[kind]
    for fragment in ["paqbridge: Matomo's script is blocked", *browser_says]:
        visit.expect(fragment)
    visit.page.route(TRACKER, answer)
    visit.open()
    visit.run("visitShop({timeout: 1e8})")
    settled(visit)
    visit.run("(analytics.page(), analytics.reset(), analytics.track('three'), 0)")
    visit.run("new Promise((done) => analytics.ready(done))")
    assert len(visit.warnings) == 1


@pytest.mark.parametrize(("timeout", "milliseconds"), [("2000", 2000), ("undefined", 5000)])
def test_a_file_that_hangs(timeout: str, milliseconds: int, visit: Visit) -> None:
    """After the setting's time, 5 seconds without it, ready settles with one warning."""
    visit.expect("paqbridge: Matomo's script is blocked")
    visit.page.clock.install(time=0)
    visit.page.clock.pause_at(1000)
    visit.hold_tracker()
    visit.open()
    visit.run(f"visitShop({{timeout: {timeout}}})")
    visit.page.clock.run_for(milliseconds - 1)
    assert (visit.run("page.ready"), visit.warnings) == (0, [])
    visit.page.clock.run_for(1)
    visit.page.clock.resume()
    settled(visit)


def test_offline(visit: Visit) -> None:
    """A visitor who has lost the network meets no error."""
    visit.expect("paqbridge: Matomo's script is blocked")
    visit.expect(FAILED)
    visit.open()
    visit.context.set_offline(True)
    visit.run("visitShop({timeout: 1e8})")
    settled(visit)


def test_no_tracker_of_the_pages_own(visit: Visit) -> None:
    """With loadScript false the time-out counts as well, and nothing is fetched."""
    visit.expect("paqbridge: Matomo's script is blocked")
    visit.hold_tracker()
    visit.open()
    visit.run("visitShop({loadScript: false, timeout: 1})")
    settled(visit)
    assert visit.held == []


def test_a_late_tracker_is_welcome(visit: Visit) -> None:
    """What waited for a tracker that counted as blocked is sent when it comes after all."""
    visit.expect("paqbridge: Matomo's script is blocked")
    visit.hold_tracker()
    visit.open()
    visit.run("visitShop({timeout: 1})")
    visit.wait(READY)
    visit.release_tracker()
    view, one, two = visit.hits()
    assert [hit.get("uid") for hit in (view, one, two)] == ["a", "a", "b"]
    assert (len(visit.warnings), visit.run("page.ready")) == (1, 1)


def test_a_tracker_that_the_page_has_broken(visit: Visit) -> None:
    """A bad command of the page's own stops the tracker in the queue: one warning of ours."""
    visit.expect("paqbridge: Matomo's script is blocked")
    visit.expect("noSuchMethod")  # the tracker's complaint and its uncaught error
    visit.open()
    visit.run("{ window._paq = [['noSuchMethod']]; 0 }")
    visit.run("visitShop({timeout: 1e8})")
    visit.wait(READY)
    assert len(visit.warnings) == 1


def test_a_tracker_that_breaks_later(visit: Visit) -> None:
    """Commands that the live tracker refuses with a throw cost the page nothing."""
    visit.open()
    visit.run("visitShop({})")
    visit.wait_until_live()
    visit.run("""{ const push = _paq.push
      _paq.push = (command) => { if (/two/.test(command)) throw new Error('x'); push(command) }
      analytics.track('two', {revenue: 1}); analytics.track('three') }""")
    assert [hit.get("e_a") for hit in visit.hits()][-1] == "three"


def test_what_waits_is_bounded(visit: Visit) -> None:
    """Behind a blocked tracker 10,000 calls are kept whole, and the newest dropped.

    A call of several commands is one call: half of one would leave its variables to the next.
    """
    visit.expect("paqbridge: Matomo's script is blocked")
    visit.hold_tracker()
    visit.open()
    visit.run("visitShop({timeout: 1})")  # leaves two calls waiting
    visit.wait(READY)
    visit.run("""{ const options = {integrations: {Piwik: {cvar: {1: ['n', 'v']}}}}
      for (let i = 3; i <= 10100; i++) analytics.track('call ' + i, {}, options) }""")
    take_over = "const old = _paq; window._paq = {push() {}}; old.forEach((c) => _paq.push(c))"
    visit.wait_for_request()
    visit.held.pop().fulfill(content_type="text/javascript", body=take_over)
    visit.wait_until_live()
    sent = visit.pushed(live=True)[-20_000:]
    assert sent[-1] == ["trackEvent", "All", "call 10000", None, None]
    assert len([c for c in sent if c[0] == "trackEvent" and c[2].startswith("call")]) == 9998
    assert len([c for c in sent if c[0] == "setCustomVariable"]) == 9998


def test_the_pages_other_scripts_run(visit: Visit) -> None:
    """A script of the page that is added after ours loads while ours hangs."""
    visit.hold_tracker()
    visit.open()
    visit.run("visitShop({})")
    visit.wait_for_request()
    visit.run("""new Promise((done) => {
      const other = document.createElement('script')
      other.onload = done
      other.src = 'other.js'
      document.head.appendChild(other)
    })""")
    assert visit.run("window.other") == 1
