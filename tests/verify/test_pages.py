"""Pages that are broken in one way each: the report names that, and nothing else. A good one is
silent but for its proof."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Response, request

from paqbridge.web.verify.report import proof_of
from tests.support.opt_in import APPS
from tests.support.site import DIST, Site
from tests.verify.conftest import Blocking, Verify, page
from tests.verify.faults import FAULTS, MORE

ROBOT = (
    "<script>if (navigator.webdriver || /Headless/.test(navigator.userAgent)) "
    "analytics.track('a robot')</script>"
)
"""Sends an event if it is not a visitor who looks."""

PLAYED = {**FAULTS, **(MORE if APPS else {})}


def test_a_good_page(verify: Verify, site: Site) -> None:
    """Nothing is found; the proof names build, site, and what was answered. Nothing counts."""
    looked = verify(page(more=ROBOT))
    proof = "\n".join(proof_of(looked.facts))
    assert looked.codes == []
    assert "full build, version 0.1.0" in proof
    assert f"Configured for site 1 at {site.matomo}/piwik.php." in proof
    assert "piwik.js was answered with 200" in proof
    assert "A hit (page view) for site 1 was answered with 204." in proof
    assert [hit.verdict["summary"] for hit in site.store.since()] == ["that the visit goes on"]


@pytest.mark.parametrize("name", PLAYED)
def test_a_fault(name: str, verify: Verify, site: Site) -> None:
    """What is broken is found, and nothing that only follows from it."""
    fault = PLAYED[name]
    site.files["half/analytics.min.js"] = (DIST / "analytics.min.js").read_text("utf-8")[:-99]
    site.policy = fault.policy

    @site.app.before_request
    def refuse() -> Any:
        return Response(status=400) if request.args.get("idsite") == "99" else None

    assert verify(fault.text).codes == fault.codes


def test_a_content_blocker(verify: Verify) -> None:
    """A request that something in the browser stops is told from one that fails."""
    looked = verify(page(), browser=Blocking)
    assert looked.codes == ["content-blocker"]
