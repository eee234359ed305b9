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

MODULES = """<title>Shop</title><script type="module">
import "/dist/tracker.mjs"
import { load } from "/dist/analytics.mjs"
load({ siteId: 1, serverUrl: "{{ matomo }}", tracker: "own" }).page()
</script>"""
"""No script element of ours, and nothing on `window`."""

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


@pytest.mark.parametrize("build", ["analytics.solo.min.js", "analytics.full.solo.min.js"])
def test_a_good_page_without_matomos_script(build: str, verify: Verify, site: Site) -> None:
    """A lean tracker of ours cannot be asked where it sends; its hits tell."""
    looked = verify(page(build=build))
    assert looked.codes == []
    assert f"Configured for site 1 at {site.matomo}/piwik.php." in proof_of(looked.facts)


def test_a_good_page_with_modules(verify: Verify) -> None:
    """Modules put nothing onto `window`, and are no broken scripts for that."""
    looked = verify(MODULES)
    assert looked.codes == []
    # Which of the two arrives first is the network's affair.
    assert {one.file for one in looked.facts.bundles} == {"tracker.mjs", "analytics.mjs"}


def test_a_page_in_a_frame(verify: Verify, site: Site) -> None:
    """What a frame has fetched is not the page's: neither scripts nor hits."""
    site.files["framed.html"] = page(build="analytics.min.js")
    looked = verify("<iframe src=framed.html></iframe>")
    assert looked.codes == ["bundle-missing"]
    assert (looked.facts.hits, looked.facts.fetches[1:]) == ([], [])


def test_a_type_that_is_no_scripts(verify: Verify, site: Site) -> None:
    """A server that sends scripts as text, and forbids to guess."""
    text = (DIST / "analytics.min.js").read_text("utf-8")
    site.answers["analytics.min.js"] = lambda: Response(
        text, content_type="text/plain", headers={"x-content-type-options": "nosniff"}
    )
    looked = verify('<script src="analytics.min.js"></script>')
    assert looked.codes == ["bundle-broken"]
    assert "came as text/plain, which browsers do not run" in looked.findings[0].said


@pytest.mark.parametrize("kind", ["Array", "Object"])
def test_a_page_with_an_old_library(kind: str, verify: Verify) -> None:
    """Some libraries give all arrays a `toJSON`: what the page has is seen all the same."""
    prototype = f"<script>{kind}.prototype.toJSON = () => 'x'</script>"
    assert verify(page() + prototype).codes == []


def test_what_stands_in_the_queue(verify: Verify) -> None:
    """A queue may have anything in it, and holes; without a hit no page is good."""
    queue = "<script>_paq = [['setTrackerUrl', '/x'], function () {}, null, 7]; delete _paq[2]"
    looked = verify(f"<title>Shop</title>{queue}</script><script src='/dist/core.mjs'></script>")
    assert "no-hits" in looked.codes


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
