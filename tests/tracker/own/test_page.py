"""The tracker's file in a real page beside what Matomo's own file was seen to do there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.opt_in import EVERY_VECTOR
from tests.support.tracker_file import REAL
from tests.tracker.own.playing import play, stage
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


@pytest.mark.skipif(not REAL, reason="MATOMO_JS does not name a matomo.js")
@pytest.mark.parametrize("family", FAMILIES)
def test_recorded(family: str, chromium: Browser) -> None:
    """Matomo's own file still does what was recorded."""
    page = stage(chromium, {"/real.js": Path(str(REAL)).read_text("utf-8")})
    for sequence in some(family):
        assert play(sequence, page, "/real.js") == sequence["seen"], sequence["name"]
    page.context.close()
