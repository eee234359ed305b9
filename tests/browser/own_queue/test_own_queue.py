"""A page that has a queue or a whole Matomo of its own keeps it, and ours works beside it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.visit import Visit

TWICE = "paqbridge: loadScript"

COUNTING = """{
  window.looks = 0
  const set = setTimeout
  setTimeout = (...given) => { looks++; return set(...given) }
  0
}"""
MIXED = """(settings) => {
  analytics.load(settings)
  _paq.push(['trackEvent', 'own', '1']); analytics.track('ours 1')
  analytics.identify('a'); analytics.track('ours 2'); _paq.push(['trackEvent', 'own', '2'])
}"""


def settings(visit: Visit, **more: Any) -> dict[str, Any]:
    """Settings for this server."""
    return {"siteId": 1, "serverUrl": visit.address, **more}


def actions(hits: list[dict[str, str]]) -> list[str]:
    """What arrived, by title or event."""
    return [hit.get("e_a", hit.get("action_name", "")) for hit in hits]


def complained(visit: Visit) -> None:
    """Fail where the tracker or we had something to say."""
    assert visit.messages == []


def test_what_the_page_has_queued_comes_first(visit: Visit) -> None:
    """Commands from before our start keep their place, and the page's later ones theirs."""
    visit.hold_tracker()
    visit.open()
    visit.run("{ window._paq = [['trackEvent', 'own', '0'], ['setDocumentTitle', 'Mine']]; 0 }")
    visit.run(MIXED, settings(visit))
    queued = visit.queued()
    assert queued[:2] == [["trackEvent", "own", "0"], ["setDocumentTitle", "Mine"]]
    visit.release_tracker()
    assert actions(visit.hits()) == ["0", "1", "ours 1", "ours 2", "2"]


def test_beside_matomos_snippet_without_a_script_of_ours(visit: Visit) -> None:
    """With loadScript false the page's tracker serves both, and no script is added."""
    visit.hold_tracker()
    visit.open("matomo.html")
    visit.run(MIXED, settings(visit, loadScript=False))
    visit.wait_for_request()
    assert visit.run("document.querySelectorAll('script[src$=\"piwik.js\"]').length") == 0
    visit.release_tracker()
    visit.run("new Promise((done) => analytics.ready(done))")
    hits = visit.hits()
    # Ours start with setSiteId, which the page has queued already: they wait for the tracker.
    assert actions(hits) == ["Shop", "1", "2", "ours 1", "ours 2"]
    assert [hit.get("uid") for hit in hits] == [None, None, None, None, "a"]
    # The page's own settings stood as long as only its commands were there.
    assert [hit["idsite"] for hit in hits] == ["9", "9", "9", "1", "1"]
    complained(visit)


def test_beside_matomos_snippet_that_is_live(visit: Visit) -> None:
    """A tracker that was there before us takes our commands at once; ready settles."""
    visit.open("matomo.html")
    visit.wait_until_live()
    visit.run(MIXED, settings(visit, loadScript=False))
    visit.run("new Promise((done) => analytics.ready(done))")
    assert actions(visit.hits()) == ["Shop", "1", "ours 1", "ours 2", "2"]
    complained(visit)


@pytest.mark.parametrize("first", ["matomo.js", "piwik.js"])
def test_beside_matomos_snippet_with_a_script_of_ours(first: str, visit: Visit) -> None:
    """Where both load the tracker, whichever is first: each event once, and one warning of views
    that count twice."""
    visit.expect(TWICE)
    visit.hold_tracker()
    visit.open("matomo.html")
    visit.run(MIXED, settings(visit))
    visit.wait_for_request(2)
    for name in sorted(["matomo.js", "piwik.js"], key=lambda name: name != first):
        visit.site.tracker.release(name)
        visit.wait("(name) => instruments.scripts.some((s) => s.endsWith(name))", name)
    hits = visit.hits()
    assert sorted(actions(hits)) == ["1", "2", "Shop", "ours 1", "ours 2"]
    assert {hit["idsite"] for hit in hits if hit.get("e_c") == "All"} == {"1"}
    assert visit.pushed().count(["setSiteId", 1]) == 1
    assert len(visit.messages) == 1


def test_the_pages_tracker_comes_late(visit: Visit) -> None:
    """With loadScript false a tracker that comes after the time-out is found all the same."""
    visit.expect("paqbridge: Matomo's script is blocked")
    visit.hold_tracker()
    visit.open("matomo.html")
    visit.run(MIXED, settings(visit, loadScript=False, timeout=1))
    visit.run("new Promise((done) => analytics.ready(done))")
    assert len(visit.warnings) == 1
    visit.release_tracker()
    visit.run("analytics.track('ours 3')")
    assert actions(visit.hits()) == ["Shop", "1", "2", "ours 1", "ours 2", "ours 3"]


def test_the_page_is_left_alone_meanwhile(visit: Visit) -> None:
    """With loadScript false the page's tracker is looked for less and less, and at last not at all.

    The next call looks again: a tracker that comes after it gets what waits.
    """
    visit.expect("paqbridge: Matomo's script is blocked")
    now = datetime.now()  # at another time Matomo's own file complains of its cookies
    visit.page.clock.install(time=now)
    visit.page.clock.pause_at(now + timedelta(seconds=1000))
    visit.hold_tracker()
    visit.open("matomo.html")
    visit.run(COUNTING)
    visit.run(MIXED, settings(visit, loadScript=False))
    visit.page.clock.run_for(5000)
    # Six looks, and the end of its time.
    assert visit.run("looks") == 7
    visit.page.clock.run_for(100_000)
    assert visit.run("looks") == 7
    visit.run("analytics.track('ours 3')")
    visit.page.clock.resume()
    visit.release_tracker()
    visit.wait("instruments.pushed.some((note) => /ours 3/.test(note.command))")
    assert actions(visit.hits()) == ["Shop", "1", "2", "ours 1", "ours 2", "ours 3"]


@pytest.mark.parametrize("build", ["analytics.min.js", "analytics.full.min.js"])
@pytest.mark.parametrize("first", ["snippet", "tracker", "nothing", "commands"])
def test_views_that_count_twice(first: str, build: str, visit: Visit) -> None:
    """The page's own snippet, live or not, beside default settings is one warning; a queue of the
    page's alone, or loadScript false, is none."""
    visit.expect(TWICE)
    snippet = (Path(__file__).parent / "matomo.html").read_text("utf-8").split("<script src=")[0]
    before = {"commands": "<script>_paq = [['requireConsent'], ['setUserId', 'u']]</script>"}
    is_snippet = first in ("snippet", "tracker")
    if first != "tracker":
        visit.hold_tracker()
    visit.write(before.get(first, snippet if is_snippet else ""))
    if first == "tracker":
        visit.wait_until_live()
    visit.run(
        "(src) => new Promise((onload) => document.head.append("
        "Object.assign(document.createElement('script'), { src, onload })))",
        f"/dist/{build}",
    )
    visit.run("(settings) => { analytics.load(settings) }", settings(visit))
    assert len(visit.warnings) == is_snippet


def test_our_commands_do_not_touch_what_is_queued(visit: Visit) -> None:
    """The page's own arrays in the queue are the same objects afterwards, unchanged."""
    visit.hold_tracker()
    visit.open()
    visit.run("{ window.mine = ['trackEvent', 'own', 'x']; window._paq = [mine]; 0 }")
    visit.run(MIXED, settings(visit))
    assert visit.run("_paq[0] === mine && mine.length === 3")
