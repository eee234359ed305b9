"""What a visitor's browser objects to: Do Not Track, and Global Privacy Control."""

from __future__ import annotations

import pytest

from tests.browser.privacy.test_privacy import STORED
from tests.support.page_parts import MATOMO
from tests.support.visit import Visit

SIGNALS = {"gpc": ("globalPrivacyControl", "true"), "dnt": ("doNotTrack", "'1'")}
SEND = "Object.defineProperty(navigator, '{}', {{ get: () => {} }})"
PAGE = """<script src="/dist/BUNDLE"></script><script>
  analytics.load({ siteId: 1, serverUrl: "MATOMO", doNotTrack: VALUE, MORE })
  analytics.page()
  analytics.identify('u1')
  analytics.track('x')
  analytics.ready(() => { document.body.id = 'settled' })
</script>""".replace("MATOMO", MATOMO)
FULL = "analytics.full.min.js"


def visit_shop(visit: Visit, signal: str, value: str, bundle: str = FULL, more: str = "") -> None:
    """Make the calls of a visitor whose browser sends a signal, with doNotTrack set to a value."""
    visit.page.add_init_script(SEND.format(*SIGNALS[signal]))
    page = PAGE.replace("BUNDLE", bundle).replace("VALUE", value).replace("MORE", more)
    visit.write(page)
    visit.page.wait_for_selector("#settled", state="attached")


@pytest.mark.parametrize("more", ["", "consent: 'tracking'", "consent: 'load'"])
@pytest.mark.parametrize("value", ["true", "'gpc'", "'GPC'"])
def test_global_privacy_control(value: str, more: str, visit: Visit) -> None:
    """Heeded, nothing is fetched, sent or stored, nothing is said, and ready settles."""
    visit_shop(visit, "gpc", value, more=more)
    assert (visit.asked, visit.run("typeof _paq"), visit.messages) == ([], "undefined", [])
    visit.run("analytics.consent.give()")
    assert (visit.asked, visit.run("typeof _paq")) == ([], "undefined")
    assert visit.run(STORED) == visit.run("JSON.stringify(['', {}, {}, '', null, [], []])")


@pytest.mark.parametrize(
    ("signal", "value"), [("gpc", "'dnt'"), ("gpc", "false"), ("dnt", "'gpc'")]
)
def test_a_signal_that_is_not_heeded(signal: str, value: str, visit: Visit) -> None:
    """One that the setting does not name keeps nothing back."""
    visit_shop(visit, signal, value)
    assert len(visit.hits()) == 2


@pytest.mark.parametrize("value", ["true", "'dnt'"])
def test_do_not_track(value: str, visit: Visit) -> None:
    """Matomo's tracker is told, and sends nothing."""
    sent: list[str] = []
    visit.page.on("request", lambda request: sent.append(request.url))
    visit_shop(visit, "dnt", value)
    visit.wait_until_live()
    assert ["setDoNotTrack", True] in visit.pushed()
    assert [url for url in sent if "piwik.php" in url] == []


def test_the_explain_build_says_why(visit: Visit) -> None:
    """Calls that a visitor's browser objects to have that reason."""
    visit_shop(visit, "gpc", "true", "analytics.explain.min.js")
    told = visit.run("analytics.explain().map((one) => [one.outcome, one.why])")
    assert len(told) == 3
    assert all(place == "not sent" and "Global Privacy Control" in why for place, why in told)
