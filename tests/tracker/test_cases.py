"""The table of cases, on the stand-in and, where MATOMO_JS names it, on Matomo's own file."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.tracker_file import REAL
from tests.tracker.playing import Played, play, read_cases

CASES = [pytest.param(case, id=case["name"]) for case in read_cases()]
OPT_IN = pytest.mark.skip(reason="MATOMO_JS does not name a matomo.js")

# In every request, or only in the real file's: compared where a case says them.
BACKGROUND = set(
    "idsite rec r h m s url _id _idn cs send_image _refts _ref _rcn _rck pv_id uadata pdf qt realp"
    " wma fla java ag cookie res pf_net pf_srv pf_tfr pf_dm1 pf_dm2 pf_onl @via @path @at".split()
)


@pytest.mark.parametrize("case", CASES)
def test_stand_in(case: dict[str, Any], stage: Page, site: str) -> None:
    """The stand-in does what the case says."""
    check(case, play(case, stage, site, "/stand_in.js"))


@pytest.mark.parametrize("case", CASES if REAL else [pytest.param(None, marks=OPT_IN)])
def test_real(case: dict[str, Any], stage: Page, site: str) -> None:
    """Matomo's own tracker does what the case says."""
    check(case, play(case, stage, site, "/real.js"))


def test_names() -> None:
    """Each case can be told from the others by its name."""
    names = [case["name"] for case in read_cases()]
    assert sorted(set(names)) == sorted(names)


def check(case: dict[str, Any], played: Played) -> None:
    """Compare what was seen with what the case expects."""
    wanted = case.get("requests", [])
    pairs = zip_longest(played.requests, wanted, fillvalue={})
    assert [told(request, want) for request, want in pairs] == wanted
    compare(played.complaints, case.get("complaints", []))
    compare(played.errors, case.get("dies", []))
    assert played.is_proxy == ("dies" not in case)
    assert case.get("cookies", played.cookies) == played.cookies


def told(request: dict[str, str], want: dict[str, str | None]) -> dict[str, str | None]:
    """What a request says, without the background that the case does not ask for."""
    if not request:
        return {}
    return {name: request.get(name) for name in {*request, *want} - (BACKGROUND - set(want))}


def compare(texts: list[str], fragments: list[str]) -> None:
    """One text for each fragment, in order, and none more."""
    pairs = zip_longest(texts, fragments, fillvalue="")
    assert all(text and fragment and fragment in text for text, fragment in pairs), texts
