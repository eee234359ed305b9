"""Our tracker's file in WebKit beside what the heart does with the same sequences on CPython."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.tracker.own.playing import PAGE, play
from tests.tracker.own.sequences import FAMILIES, sequences
from tests.tracker.own.test_heart import wanted
from tests.tracker.own.test_page import DATED
from tests.tracker.playing import staging
from tests.webkit.everywhere import Everywhere
from tests.webkit.page import WebKitPage

OWN = Path(__file__).parents[2] / "dist" / "tracker.min.js"

SETTLED = """
const settle = ((ask) => () => ask('/'))(fetch.bind(window));
STAGING;
{
  const run = clock.run
  clock.run = async (ms) => { await settle(); await run(ms); await settle() }
}
"""
"""What becomes of a cookie comes back from another process, and then a page sees for a moment the
one that it has deleted meanwhile: nothing goes on before an answer that comes the same way."""

WHY_NOT = {
    "campaign kept 12": "a cookie without SameSite has none here, and is Lax in Chromium",
    "campaign kept 13": "a cookie without SameSite has none here, and is Lax in Chromium",
}
"""Sequences that cannot be told from others here."""


def why_not(sequence: dict[str, Any]) -> str:
    """Return why a sequence is not played: '' where it is."""
    urls = [urlsplit(one["url"]) for one in sequence["pages"]]
    if any(url.scheme == "https" for url in urls):
        return "the proxy has no certificate"
    if len({url.hostname for url in urls}) > 1:
        return "the driver tells the cookies of one host"
    return WHY_NOT.get(sequence["name"], "cookies age" * sequence["name"].startswith(DATED))


@pytest.mark.parametrize("family", FAMILIES)
def test_sequences(family: str, place: Everywhere, page: WebKitPage) -> None:
    """What leaves, and what is stored, is what it is everywhere."""
    place.page = f"{PAGE}<script>{SETTLED.replace('STAGING', staging())}</script>"
    place.files = {"own.js": OWN.read_text("utf-8")}
    played = [one for one in sequences(family) if not why_not(one)]
    assert len(played) > 0
    for sequence in played:
        page.forget([one["url"] for one in sequence["pages"]])
        assert play(sequence, cast("Page", page), "/own.js") == wanted(sequence), sequence["name"]
