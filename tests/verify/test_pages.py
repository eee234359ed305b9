"""Pages that are broken in one way each: the report names the fault. A good one is silent."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Response, request

from paqbridge.web.verify.report import proof_of
from tests.support.site import Site
from tests.verify.conftest import SETTINGS, Verify, page

PAGE_VIEW = "_paq.push(['trackPageView']);"
OWN = (
    "<script>window._paq = window._paq || [];" + PAGE_VIEW + "_paq.push(['setTrackerUrl', "
    "'{{ matomo }}/matomo.php']); _paq.push(['setSiteId', '1']);</script>"
    '<script async src="{{ matomo }}/matomo.js"></script>'
)
CONNECT = "script-src 'self' 'unsafe-inline' {{ matomo }}; connect-src 'self'; img-src 'self'"


def test_a_good_page(verify: Verify, site: Site) -> None:
    """Nothing is found; the proof names build, site, and what was answered. Nothing counts."""
    looked = verify(page())
    proof = "\n".join(proof_of(looked.facts))
    assert looked.codes == []
    assert "full build, version 0.1.0" in proof
    assert f"Configured for site 1 at {site.matomo}/piwik.php." in proof
    assert "piwik.js was answered with 200" in proof
    assert "A hit (page view) for site 1 was answered with 204." in proof
    assert [hit.verdict["summary"] for hit in site.store.since()] == ["that the visit goes on"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<title>Nothing</title>", "bundle-missing"),
        (OWN, "bundle-missing"),
        (page(build="analytics.of.yesterday.min.js"), "bundle-missing"),
        ('<script src="/old/analytics.full.min.js"></script>', "bundle-failed"),
        ('<script src="/dist/analytics.min.js"></script>', "not-started"),
        (
            '<script src="/dist/analytics.min.js" integrity="sha384-AAAA"></script>',
            "bundle-broken",
        ),
        ("<script>analytics = {track() {}}</script>" + page(), "bundle-broken"),
        (page("siteId: 1"), "setting-required"),
        (page('serverUrl: "{{ matomo }}"'), "setting-required"),
        (page(SETTINGS + ", ecommerce: true", "analytics.min.js"), "setting-full"),
        (page(SETTINGS + ', titleDelay: "soon"'), "setting-wrong"),
        (page(SETTINGS + ', scriptUrl: "{{ matomo }}/gone.js"'), "script-failed"),
        (page(SETTINGS + ', trackerUrl: "{{ matomo }}/gone.php"'), "endpoint-failed"),
        (page('siteId: 99, serverUrl: "{{ matomo }}"'), "hit-refused"),
        (page(SETTINGS + ', consent: "tracking"'), "consent-pending"),
        (page() + OWN, "counted-twice"),
        (page().replace("analytics.page()", ""), "no-hits"),
    ],
    ids=range(17),
)
def test_a_fault(text: str, code: str, verify: Verify, site: Site) -> None:
    """The code of the fault is among what is found."""

    @site.app.before_request
    def refuse() -> Any:
        return Response(status=400) if request.args.get("idsite") == "99" else None

    assert code in verify(text).codes
