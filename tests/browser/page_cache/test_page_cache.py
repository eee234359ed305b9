"""A page that the browser keeps for the way back stays eligible, and comes back without a word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from bootstrap.browser import launch_options, whole_browser
from tests.support.consent import ALL_MODES, WHO
from tests.support.opt_in import WEBKIT
from tests.support.visit import Visit
from tests.support.visit_log import VISITS, expected

NOTE_LISTENERS = """{
  window.listened = []
  const listen = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    listened.push(type)
    return listen.call(this, type, ...rest)
  }
}"""
SHOWN = "<script>window.shown = []; window.onpageshow = (e) => { shown.push(e.persisted) }</script>"
# A tracker that listens to nothing: those of Matomo's own are not what this is about.
TRACKER = """{
  const queued = _paq
  window.taken = []
  window._paq = {push: (command) => { taken.push(command) }}
  queued.forEach(_paq.push)
}"""
AFTER = {
    "standalone": "analytics.track('after')",
    "snippet": "analytics.track('after')",
    "classic": "piwik.track({obj: {event: 'after'}})",
}


@pytest.fixture(scope="module")
def chromium(chromium: Browser) -> Iterator[Browser]:
    """A browser that keeps pages: Playwright's usual arguments forbid it, a headless shell cannot."""
    if WEBKIT:  # it keeps pages as it is
        yield chromium
        return
    whole = whole_browser()
    if whole is None:
        pytest.skip("needs a Chromium that is no headless shell")
    options = {**launch_options(), "executable_path": whole}
    unwanted = ["--disable-back-forward-cache"]
    browser = chromium.browser_type.launch(**options, ignore_default_args=unwanted)
    yield browser
    browser.close()


@pytest.fixture
def visited(visit: Visit, request: pytest.FixtureRequest) -> Visit:
    """A visit that has been made, and all of it taken by the tracker."""
    visit.without_instruments()
    visit.page.add_init_script(NOTE_LISTENERS)
    visit.site.tracker.script = TRACKER
    visit.write(SHOWN + "".join(VISITS[request.param]))
    count = len(expected(visit))
    visit.wait("(count) => window.taken && taken.length === count", count)
    return visit


@pytest.mark.parametrize("visited", VISITS, indirect=True)
def test_no_unload_listener(visited: Visit) -> None:
    """Nothing of ours listens to unload or beforeunload, which makes browsers drop the page."""
    listened = visited.run("listened")
    assert {"unload", "beforeunload"}.isdisjoint(listened)
    assert visited.run("onunload === null && onbeforeunload === null")


@pytest.mark.parametrize(
    ("visited", "after"), AFTER.items(), indirect=["visited"], ids=AFTER.keys()
)
def test_back_to_the_page(visited: Visit, after: str) -> None:
    """A restored page sends no page view by itself; its next call is the next command."""
    visited.write("<p>Elsewhere</p>", "elsewhere.html")
    visited.page.go_back(wait_until="commit")
    visited.wait("window.shown && shown.length === 2")
    assert visited.run("shown") == [False, True]
    visited.run(after)
    one_more = ["trackEvent", "All", "after", None, None]
    assert visited.run("taken") == [*expected(visited), one_more]


ANSWERS = """<script src="/dist/analytics.full.min.js"></script><script>
window.heard = []
addEventListener('storage', (event) => { heard.push(event.newValue) })
analytics.load({ siteId: 1, serverUrl: location.origin, consent: '%s' })
analytics.page()
</script>"""


def say_yes_and_no(visit: Visit, mode: str) -> None:
    """Say yes on a page, and no on the next one."""
    visit.without_instruments()
    visit.write(ANSWERS % mode, "first.html")
    visit.run("(analytics.consent.give(), 0)")
    visit.wait(WHO)
    visit.write(ANSWERS % mode, "second.html")
    visit.run("(analytics.consent.withdraw(), 0)")


@pytest.mark.parametrize("mode", ALL_MODES)
def test_answers_that_are_over(mode: str, visit: Visit) -> None:
    """A page that comes back hears what was said meanwhile: a no that has become a yes since
    costs the visitor of that yes nothing."""
    say_yes_and_no(visit, mode)
    visit.wait(f"!{WHO}")
    visit.run("(analytics.consent.give(), analytics.track('yes'), 0)")
    visit.wait(WHO)
    visitor = visit.run(WHO)
    visit.page.go_back(wait_until="commit")
    visit.wait("location.pathname.endsWith('first.html') && heard.includes('given')")
    visit.run("(analytics.track('back'), 0)")
    assert visit.run(WHO) == visitor
    visit.site.store.wait(0, 10, lambda hits: hits[-1].parameters.get("e_a") == "back")
    assert visit.run(WHO) == visitor


@pytest.mark.parametrize("mode", ALL_MODES)
def test_a_no_whose_cookies_are_deleted(mode: str, visit: Visit) -> None:
    """It counts on a page that comes back, whatever a platform has deleted meanwhile."""
    say_yes_and_no(visit, mode)
    visit.context.clear_cookies()
    visit.page.go_back(wait_until="commit")
    visit.wait("location.pathname.endsWith('first.html') && heard.includes('refused')")
    visit.wait("analytics.consent.state() === 'refused'")
    visit.run("(analytics.track('back'), 0)")
    assert not visit.run(WHO)
