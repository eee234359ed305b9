"""The tracker's file in a real page beside what Matomo's own file was seen to do there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.opt_in import EVERY_VECTOR
from tests.support.tracker_file import REAL
from tests.tracker.own.playing import SET_UP, play, stage
from tests.tracker.own.sequences import FAMILIES, sequences
from tests.tracker.own.test_heart import wanted

OWN = Path(__file__).parents[3] / "dist" / "tracker.min.js"
EACH = 1 if EVERY_VECTOR else 60
"""Of how many sequences one is played."""

DATED = "known visitor"
"""Sequences whose cookies get older from day to day."""


@pytest.fixture(scope="module")
def own(chromium: Browser) -> Iterator[Page]:
    """A page with our file."""
    page = stage(chromium, {"/own.js": OWN.read_text("utf-8")})
    yield page
    page.context.close()


def some(family: str) -> list[dict[str, Any]]:
    """Return the sequences of a family that are played."""
    return [one for one in sequences(family) if not one["name"].startswith(DATED)][::EACH]


@pytest.mark.parametrize("family", FAMILIES)
def test_page(family: str, own: Page) -> None:
    """The file does in a page what the heart does on CPython."""
    for sequence in some(family):
        assert play(sequence, own, "/own.js") == wanted(sequence), sequence["name"]


def test_a_page_that_widens_its_domain(own: Page) -> None:
    """Its cookies are called as Matomo's own file calls them: by the domain that it says."""
    own.goto("about:blank")  # the page before this one may still write cookies as it goes
    own.context.clear_cookies()
    own.goto("http://www.shop.test/")
    own.evaluate("document.domain = 'shop.test'")
    queue = [*SET_UP, ["trackPageView"]]
    own.evaluate("play", {"queue": queue, "script": "/own.js", "steps": []})
    names = sorted(one["name"] for one in own.context.cookies())
    assert names == ["_pk_id.1.c169", "_pk_ses.1.c169"]


@pytest.mark.skipif(not REAL, reason="MATOMO_JS does not name a matomo.js")
@pytest.mark.parametrize("family", FAMILIES)
def test_recorded(family: str, chromium: Browser) -> None:
    """Matomo's own file still does what was recorded."""
    page = stage(chromium, {"/real.js": Path(str(REAL)).read_text("utf-8")})
    for sequence in some(family):
        assert play(sequence, page, "/real.js") == sequence["seen"], sequence["name"]
    page.context.close()


@pytest.mark.skipif(not REAL, reason="MATOMO_JS does not name a matomo.js")
@pytest.mark.parametrize("order", [("real", "own", "real"), ("own", "real", "own")])
def test_changing_over_and_back(order: tuple[str, str, str], chromium: Browser) -> None:
    """Who comes with one tracker and goes on with the other is one visitor, of one campaign."""
    scripts = {"/real.js": Path(str(REAL)).read_text("utf-8"), "/own.js": OWN.read_text("utf-8")}
    page = stage(chromium, scripts)
    site = "http://www.shop.test"
    addresses = [f"{site}/?mtm_campaign=c&mtm_kwd=k", f"{site}/b", f"{site}/c"]
    pages = [
        {"url": url, "queue": [["trackGoal", 1, 2]], "steps": [], "script": f"/{name}.js"}
        for url, name in zip(addresses, order, strict=True)
    ]
    seen = play({"pages": pages}, page, "")
    assert seen["requests"] == [
        f"idgoal=1&revenue=2&idsite=1&url={url}&_id=id1&_idn={int(url == addresses[0])}"
        "&_rcn=c&_rck=k&_refts=TIME&uadata={}"
        for url in addresses
    ]
    assert len(seen["cookies"]) == 3
    page.context.close()
