"""A page whose own tracker is there before ours starts."""

from __future__ import annotations

import pytest

from tests.support.consent import names, seen, visitors
from tests.support.visit import Visit

PAGE = """<script>
  window._paq = [COMMANDS, ['setTrackerUrl', location.origin + '/piwik.php'], ['setSiteId', 1]]
</script><script src="/piwik.js"></script><script src="/dist/analytics.full.min.js"></script>"""
START = """(analytics.load({
  siteId: 1, serverUrl: location.origin, consent: 'MODE', loadScript: false,
}), analytics.identify('u'), analytics.track('first'), 0)"""


def start(visit: Visit, mode: str, commands: str) -> None:
    """Open a page that has told its tracker this, and start beside it."""
    visit.expect("A tracker with the same")  # so Matomo's own file says
    visit.write(PAGE.replace("COMMANDS", commands))
    visit.wait_until_live()
    visit.run(START.replace("MODE", mode))


@pytest.mark.parametrize("commands", ["['enableLinkTracking']", "['setCookieConsentGiven']"])
def test_its_cookies_are_no_yes(commands: str, visit: Visit) -> None:
    """It sets them as long as nobody asks: nothing is stored, and nobody is told, before a yes."""
    start(visit, "cookies", commands)
    assert seen(visit) == ("pending", [], [])
    hits = visit.requests()
    assert ([hit.get("e_a") for hit in hits], visitors(hits)) == (["first"], {""})
    visit.run("(analytics.consent.give(), analytics.track('after'), 0)")
    assert names(visit) == ["after"]
    assert seen(visit) == ("given", ["_pk_id", "_pk_ses", "ajs_user_id"], ["ajs_user_id"])


def test_it_was_asked_for_cookies(visit: Visit) -> None:
    """The page's question counts from the first call on, where nothing is asked for here."""
    start(visit, "none", "['requireCookieConsent']")
    assert seen(visit) == ("pending", [], [])
    assert names(visit) == ["first"]


@pytest.mark.parametrize("yes", ["['setConsentGiven']", "['setConsentGiven', false]"])
@pytest.mark.parametrize("mode", ["tracking", "load"])
def test_it_was_told_a_yes(mode: str, yes: str, visit: Visit) -> None:
    """Our question takes no yes of the page's back, and no cookies come of one without them."""
    start(visit, mode, f"['requireConsent'], {yes}")
    assert names(visit) == ["first"]
    kept = ["ajs_user_id"] if "false" not in yes else []
    assert (seen(visit)[0], seen(visit)[2]) == ("given", kept)
