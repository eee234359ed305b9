"""A tracker that does not come costs one warning; page, ready and callbacks go on."""

from __future__ import annotations

import pytest

from tests.support.visit import Visit

BLOCKED = "paqbridge: Matomo's script is blocked"
FAILED = "Failed to load resource"  # the browser's own line
KINDS = {
    "aborted": [FAILED],
    "blocked": [FAILED],
    "missing": [FAILED],
    "failing": [FAILED],
    # Only the file itself can be at fault for what the browser then reports: not ours to catch.
    "html": ["uncaught: Unexpected token '<'"],
    "empty": [],
    "comment": [],
    "other": [],
}
"""What Matomo's script does -> what the browser says of it."""

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
    assert visit.warnings[0].startswith(f"console warning: {BLOCKED}")
    assert visit.queued()[3:] == QUEUED


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_no_tracker(kind: str, visit: Visit) -> None:
    """ready settles at once, one warning says why, and later calls bring no second one."""
    visit.expect(BLOCKED, *KINDS[kind])
    visit.set_tracker(kind)
    visit.open()
    visit.run("visitShop({timeout: 1e8})")
    settled(visit)
    visit.run("(analytics.page(), analytics.reset(), analytics.track('three'), 0)")
    visit.run("new Promise((done) => analytics.ready(done))")
    assert len(visit.warnings) == 1


@pytest.mark.parametrize(("timeout", "milliseconds"), [("2000", 2000), ("undefined", 5000)])
def test_a_file_that_hangs(timeout: str, milliseconds: int, visit: Visit) -> None:
    """After the setting's time, 5 seconds without it, ready settles with one warning."""
    visit.expect(BLOCKED)
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
    visit.expect(BLOCKED, FAILED)
    visit.open()
    visit.context.set_offline(True)
    visit.run("visitShop({timeout: 1e8})")
    settled(visit)


def test_no_tracker_of_the_pages_own(visit: Visit) -> None:
    """With loadScript false the time-out counts as well, and nothing is fetched."""
    visit.expect(BLOCKED)
    visit.hold_tracker()
    visit.open()
    visit.run("visitShop({loadScript: false, timeout: 1})")
    settled(visit)
    assert visit.asked == []


def test_a_late_tracker_is_welcome(visit: Visit) -> None:
    """What waited for a tracker that counted as blocked is sent when it comes after all."""
    visit.expect(BLOCKED)
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
    visit.expect(BLOCKED, "noSuchMethod")  # the tracker's complaint and its uncaught error
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


def test_a_tracker_that_is_there_of_a_sudden(visit: Visit) -> None:
    """Whoever puts a live tracker into the page: the next call sends what has waited first."""
    visit.expect(BLOCKED, FAILED)
    visit.set_tracker("missing")
    visit.open()
    visit.run("visitShop({})")
    settled(visit)
    visit.run("{ window.got = []; window._paq = {push(command) { got.push(command[0]) }} }")
    assert visit.run("got") == []
    visit.run("analytics.page()")
    assert visit.run("got") == ["setUserId", "trackEvent", "trackPageView"]


def test_what_waits_is_bounded(visit: Visit) -> None:
    """Behind a blocked tracker 10,000 calls are kept whole, and the newest dropped.

    A call of several commands is one call: half of one would leave its variables to the next.
    """
    visit.expect(BLOCKED)
    visit.hold_tracker()
    visit.open()
    visit.run("visitShop({timeout: 1})")  # leaves two calls waiting
    visit.wait(READY)
    visit.run("""{ const options = {integrations: {Piwik: {cvar: {1: ['n', 'v']}}}}
      for (let i = 3; i <= 10100; i++) analytics.track('call ' + i, {}, options) }""")
    take_over = "const old = _paq; window._paq = {push() {}}; old.forEach((c) => _paq.push(c))"
    visit.release_tracker(take_over)
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
