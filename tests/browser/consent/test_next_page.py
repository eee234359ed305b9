"""What a page that nobody has answered on leaves to the next one."""

from __future__ import annotations

import pytest

from tests.browser.consent.shop import shop
from tests.support.consent import ALL_MODES, ASKING, seen, visitors
from tests.support.visit import Visit

TOLD = """(({ hasConsent, areCookiesEnabled }) => [hasConsent(), areCookiesEnabled()])(
  Matomo.getAsyncTracker())"""


def test_a_page_that_is_left_before_the_yes(visit: Visit) -> None:
    """Matomo has deleted the visitor's cookie there: the next yes is the same visitor's."""
    ids = set()
    for answer in ("give", "state", "give"):
        shop(visit, "cookies")
        visit.run(f"(analytics.consent.{answer}(), analytics.track('after'), 0)")
        ids |= visitors(visit.requests())
    assert len(ids - {""}) == 1


@pytest.mark.parametrize("mode", ALL_MODES)
def test_a_question_after_a_yes(mode: str, visit: Visit) -> None:
    """Who is asked again on the page of the first yes, and does not answer, is the same visitor."""
    ids = set()
    for _ in range(2):
        shop(visit, mode)
        visit.run("(analytics.consent.give(), analytics.track('after'), 0)")
        ids |= visitors(visit.requests())
        visit.run("analytics.consent.set('pending')")
    assert len(ids - {""}) == 1


@pytest.mark.parametrize("mode", ASKING)
def test_a_question_after_a_yes_that_is_remembered(mode: str, visit: Visit) -> None:
    """It ends that yes: Matomo's tracker asks as well, where it would go by its own cookie."""
    shop(visit, mode)
    visit.run("(analytics.consent.remember(), 0)")
    [who] = visitors(visit.requests()[-1:])
    shop(visit, mode)
    assert visit.run("analytics.consent.state()") == "remembered"
    visit.wait_until_live()
    visit.requests()
    visit.run("(analytics.consent.set('pending'), 0)")
    assert visit.run(TOLD) == [mode == "cookies", False]
    assert "mtm_consent" not in " ".join(seen(visit)[1])
    visit.run("(analytics.consent.give(), analytics.track('after'), 0)")
    assert visitors(visit.requests()[-1:]) == {who}


@pytest.mark.parametrize("yes", ["give", "remember"])
@pytest.mark.parametrize("mode", ASKING)
def test_disabled_cookies(mode: str, yes: str, visit: Visit) -> None:
    """No yes brings Matomo's cookies back, whether it was remembered or an earlier page had them.

    Matomo cannot read there what it has remembered: calls leave all the same.
    """
    shop(visit, mode)
    visit.run("(analytics.consent.give(), analytics.track('after'), 0)")
    assert len(visitors(visit.requests()) - {""}) == 1
    for _ in range(2):
        shop(visit, mode, "{ disableCookies: true }")
        if visit.run("analytics.consent.state()") != "remembered":
            visit.run(f"(analytics.consent.{yes}(), 0)")
        hits = [one for one in visit.requests() if "ping" not in one]
        assert [one["e_a"] for one in hits if "e_a" in one] == ["before"]
        visit.run("(analytics.track('later'), 0)")
        assert visitors(visit.requests()) == {""}
        assert [name for name in seen(visit)[1] if name.startswith("_pk")] == []


LOAD = """(mode) => analytics.load({
  siteId: 1, serverUrl: location.origin, consent: mode, ecommerce: true, dimensions: { "traits.plan": 1 },
})"""


@pytest.mark.parametrize("mode", ASKING)
def test_a_logout_without_an_answer(mode: str, visit: Visit) -> None:
    """Cart and dimensions of who was logged in go with the user, though no call has left."""
    visit.open()
    visit.run(LOAD, mode)
    visit.run("""{
      analytics.consent.give()
      analytics.identify('u', { plan: 'gold' })
      analytics.track('Product Added', { sku: 's', price: 2 })
    }""")
    assert visit.requests()[-1]["dimension1"] == "gold"
    visit.open()
    visit.run(LOAD, mode)
    visit.run("(analytics.reset(), 0)")
    assert seen(visit)[2] == []
    visit.open()
    visit.run(LOAD, mode)
    visit.run("(analytics.consent.give(), analytics.track('who'), 0)")
    [hit] = [one for one in visit.requests() if one.get("e_a") == "who"]
    assert ("uid" in hit, "dimension1" in hit) == (False, False)


@pytest.mark.parametrize("mode", ALL_MODES)
def test_a_refusal_where_the_domain_is_another(mode: str, visit: Visit) -> None:
    """On a test host with the settings of the real one: there Matomo goes without the domain."""
    visit.expect("Cookies cannot be written on domain")
    visit.expect("is blocked")  # so Firefox calls a script whose page is left meanwhile
    more = "{ cookieDomain: '.example.org' }"
    visit.hold_tracker()
    shop(visit, mode, more)
    visit.run("(analytics.consent.withdraw(), 0)")
    shop(visit, mode, more)
    assert visit.run("analytics.consent.state()") == "refused"


@pytest.mark.parametrize("mode", ALL_MODES)
def test_a_tab_that_is_seen_again(mode: str, visit: Visit) -> None:
    """What was said elsewhere meanwhile counts without a call: Matomo's own links would go on."""
    shop(visit, mode)
    visit.run("(analytics.consent.give(), 0)")
    visit.wait_until_live()
    visit.wait("localStorage.ajs_user_id")
    mark = "localStorage.paqbridge_consent = 'refused'"
    visit.run(mark if mode == "cookies" else "document.cookie = 'mtm_consent_removed=1; path=/'")
    visit.run("(document.dispatchEvent(new Event('visibilitychange')), 0)")
    word = "forgetCookieConsentGiven" if mode == "cookies" else "forgetConsentGiven"
    assert visit.pushed()[-1] == [word]
    assert visit.run("localStorage.ajs_user_id") is None
