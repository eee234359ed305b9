"""A yes that is said before Matomo's tracker is there, as platforms do that know the answer."""

from __future__ import annotations

import pytest

from tests.browser.consent.shop import shop
from tests.support.consent import ASKING, WHO, names, seen, visitors
from tests.support.visit import Visit

SHOP = ["Shop", "before"]
OWN_SCRIPT = """new Promise((done) => {
  const script = document.createElement('script')
  script.src = '/piwik.js'
  script.onload = () => { CALL; done(analytics.consent.state()) }
  document.head.append(script)
})"""


@pytest.mark.parametrize("mode", ASKING)
def test_one_visitor(mode: str, visit: Visit) -> None:
    """It counts for what was called ahead of it: no page is of nobody, where one call is all."""
    ids = []
    for _ in range(3):
        visit.site.tracker.released.clear()
        visit.hold_tracker()
        visit.open()
        visit.run(f"analytics.load({{siteId: 1, serverUrl: location.origin, consent: '{mode}'}})")
        visit.run("(analytics.page(), analytics.consent.give(), 0)")
        visit.release_tracker()
        ids += [visitors(visit.requests())]
        assert seen(visit)[1] == ["_pk_id", "_pk_ses"]
    assert [len(one) for one in ids] == [1, 1, 1]
    assert ids[0] == ids[1] == ids[2] != {""}


@pytest.mark.parametrize("answer", ["state", "withdraw"])
def test_no_yes_to_cookies(answer: str, visit: Visit) -> None:
    """What has waited for the tracker leaves all the same, in its order, and without cookies."""
    visit.hold_tracker()
    shop(visit, "cookies")
    visit.run(f"(analytics.consent.{answer}(), analytics.track('after'), 0)")
    visit.release_tracker()
    hits = visit.requests()
    assert [hit.get("e_a", hit.get("action_name")) for hit in hits] == [*SHOP, "after"]
    assert visitors(hits) == {""}
    assert seen(visit)[1] == []


@pytest.mark.parametrize("mode", ASKING)
def test_a_script_of_the_page(mode: str, visit: Visit) -> None:
    """A call in the moment between the page's own tracker and our look for it costs no yes, and
    overtakes nothing."""
    shop(visit, mode, "{ loadScript: false }")
    visit.run("(analytics.consent.give(), analytics.track('second'), 0)")
    assert visit.run(OWN_SCRIPT.replace("CALL", "analytics.track('third')")) == "given"
    assert names(visit) == [*SHOP, "second", "third"]


def test_a_late_script_of_the_page(visit: Visit) -> None:
    """Where nobody has answered, what is called is in Matomo's queue once its time is over."""
    visit.expect("Matomo's script is blocked")
    shop(visit, "cookies", "{ loadScript: false, timeout: 100 }")
    visit.wait("_paq.some((one) => one[0] === 'trackEvent')")
    assert visit.run(OWN_SCRIPT.replace("CALL", "0")) == "pending"
    assert names(visit) == SHOP


@pytest.mark.parametrize("mode", ASKING)
@pytest.mark.parametrize("answer", ["give()", "remember()", "set('given')"])
def test_a_yes_while_the_tracker_looks_around(mode: str, answer: str, visit: Visit) -> None:
    """Matomo's tracker asks the browser what it is before its first request, and knows none by
    then: a yes in between is one of a visitor all the same, where one call is all."""
    visit.open()
    visit.run(f"""new Promise((done) => {{
      analytics.load({{siteId: 1, serverUrl: location.origin, consent: '{mode}'}})
      analytics.ready(() => {{ analytics.page(); analytics.consent.{answer}; done(0) }})
    }})""")
    visit.wait_until_live()
    hits = visit.requests()
    assert "_pk_id" in seen(visit)[1]
    assert visitors(hits[-1:]) == {visit.run(WHO)}
