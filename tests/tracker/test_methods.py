"""The stand-in beside the real file: methods by name, requests parameter by parameter."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from demo.matomo_double import STAND_IN
from tests.support.tracker_file import REAL
from tests.tracker.playing import play

COUNT = 137
METHODS = "Object.keys(Matomo.getAsyncTracker()).sort().join(' ')"
OPT_IN = pytest.mark.skipif(not REAL, reason="MATOMO_JS does not name a matomo.js")

EVERYTHING: dict[str, Any] = {
    "page": "/page?mtm_campaign=x",
    "queue": [
        ["disablePerformanceTracking"],
        ["requireConsent"],
        ["setConsentGiven"],
        ["setUserId", "u1"],
        ["setReferrerUrl", "http://r.example/"],
        ["setCustomVariable", 1, "a", "b", "page"],
        ["setCustomVariable", 1, "a", "b", "visit"],
        ["setCustomVariable", 1, "a", "b", "event"],
        ["setCustomDimension", 3, "c"],
        ["setEcommerceView", "s", "n", "c", 4],
        ["setCustomData", "k", "v"],
        ["appendToTrackingUrl", "new_visit=1"],
        ["trackPageView", "T", {"dimension1": "x"}],
        ["trackEvent", "C", "A", "n", 1],
        ["trackEcommerceOrder", "o1", 42, 39, 1, 2, 0],
    ],
}
ATTRIBUTION = {"_ref", "_rcn", "_rck"}


def methods(page: Page, site: str, script: str) -> list[str]:
    """The public methods of the tracker at `script`."""
    play({}, page, site, script)
    names: str = page.evaluate(METHODS)
    return names.split()


def names(page: Page, site: str, script: str) -> list[list[str]]:
    """The names of the parameters of requests that have everything, in order."""
    played = play(EVERYTHING, page, site, script)
    return [[name for name in one if name not in ATTRIBUTION] for one in played.requests]


def test_count(stage: Page, site: str) -> None:
    """The stand-in has as many methods as the real tracker."""
    assert len(methods(stage, site, "/stand_in.js")) == COUNT


@OPT_IN
def test_the_same_methods(stage: Page, site: str) -> None:
    """The stand-in has the real tracker's methods."""
    assert methods(stage, site, "/stand_in.js") == methods(stage, site, "/real.js")


@OPT_IN
def test_the_same_parameters(stage: Page, site: str) -> None:
    """A request has the same parameters in the same order, those of attribution left out."""
    assert names(stage, site, "/stand_in.js") == names(stage, site, "/real.js")


def test_the_file_is_plain() -> None:
    """The file is ASCII, strict, and has no line that a reader must scroll for."""
    text = STAND_IN.read_text("ascii")
    assert re.search(r"^  'use strict';$", text, re.MULTILINE)
    assert max(map(len, text.splitlines())) <= 110
