"""The forms that Matomo offers for a page about privacy: one asks the tracker, one sets cookies."""

from __future__ import annotations

import pytest

from tests.browser.consent.shop import shop
from tests.support.consent import names, seen, until_arrived
from tests.support.visit import Visit

FORMS = {
    "asks the tracker": (
        "_paq.push([function () { page.isOut = this.isUserOptedOut() }])",
        "_paq.push(['optUserOut'])",
    ),
    "sets cookies": (
        "page.isOut = /mtm_consent_removed/.test(document.cookie)",
        "document.cookie = 'mtm_consent_removed=' + Date.now() + ';path=/;SameSite=Lax'",
    ),
}
"""What a form does to know how things stand, and at a no."""

BACK = """(document.cookie = 'mtm_consent_removed=;path=/;max-age=0',
document.cookie = 'mtm_consent=' + Date.now() + ';path=/;SameSite=Lax', 0)"""
"""What both do at a yes of who has said no on an earlier page: there is no tracker to ask."""


@pytest.mark.parametrize("mode", ["none", "cookies"])
@pytest.mark.parametrize(("look", "refuse"), FORMS.values(), ids=FORMS)
def test_a_no_and_a_yes(look: str, refuse: str, mode: str, visit: Visit) -> None:
    """From the no on nothing leaves, on later pages neither, until there is a yes."""
    shop(visit, mode)
    visit.wait_until_live()
    assert names(visit) == ["Shop", "before"]
    visit.run(f"({look}, 0)")
    assert visit.run("page.isOut") is False
    visit.run(f"({refuse}, analytics.track('out'), 0)")
    assert seen(visit)[:2] == ("refused", ["mtm_consent_removed"])
    shop(visit, mode)
    assert visit.run("[typeof _paq, analytics.consent.state()]") == ["undefined", "refused"]
    visit.run(BACK)
    assert visit.run("analytics.consent.state()") == ("remembered" if mode == "none" else "pending")
    visit.run("(analytics.track('in'), 0)")
    visit.wait_until_live()
    assert "out" not in until_arrived(visit, "in")
