"""Consent under Segment's own snippets, whose stub knows nothing of it."""

from __future__ import annotations

import pytest

from tests.browser.stock_snippets.test_stock_snippets import FULL, SCRIPT, TOP, VERSIONS, rendered
from tests.support.consent import names
from tests.support.visit import Visit

SETTINGS = {"siteId": 7, "serverUrl": "{{ address }}", "consent": "load"}


@pytest.mark.parametrize("version", VERSIONS)
def test_said_by_push(version: str, visit: Visit) -> None:
    """It takes answers by the names of the methods, ahead of the script and after it."""
    visit.site.files[SCRIPT] = (TOP / "dist" / FULL).read_text("utf-8")
    snippet = rendered(version, {"integrations": {"Piwik": SETTINGS}})
    said = "analytics.track('before'); analytics.push(['consent.set', 'given'])"
    visit.write(f"<script></script><script>{snippet}\n{said}</script>")
    assert names(visit) == ["before"]
    visit.run("(analytics.push(['consent.withdraw']), analytics.track('refused'), 0)")
    assert visit.run("analytics.consent.state()") == "refused"
    visit.run("(analytics.push(['consent.give']), analytics.track('after'), 0)")
    assert names(visit) == ["after"]
