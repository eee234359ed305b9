"""What is to be seen of a journey after each of its steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.real.traffic import Traffic
from tests.support.instruments import named

PATIENCE = 10_000.0
SETTLED = """() => {
  const isTracker = (script) => /\\/(piwik|matomo)\\.js$/.test(script.src)
  const isLive = window._paq && !Array.isArray(_paq) && instruments.scripts.length > 0
  return isLive || ![...document.scripts].some(isTracker)
}"""
# The tracker waits for these hints as well: what it has to send leaves before our request.
FENCE = """async () => {
  await navigator.userAgentData?.getHighEntropyValues(['platform'])
  await fetch('/favicon.ico?fence')
}"""
PUSHED = "instruments.pushed.splice(0).map((note) => note.command)"
STORED = "Object.keys(localStorage)"
CONSENT = "analytics.consent ? analytics.consent.state() : 'none'"


@dataclass(frozen=True)
class Seen:
    """What came of one step; `stored` are the names of what the page's browser keeps then."""

    commands: list[list[Any]]
    requests: list[dict[str, str]]
    stored: list[str]
    consent: str


def look(page: Page, home: str, traffic: Traffic, start: int) -> Seen:
    """Look at a page that has come to rest, and at the requests from number `start` on."""
    page.wait_for_function(SETTLED, timeout=PATIENCE)
    page.evaluate(FENCE)
    cookies = [cookie["name"].split(".")[0] for cookie in page.context.cookies(home)]
    return Seen(
        named(page.evaluate(PUSHED)),
        traffic.requests[start:],
        sorted({*cookies, *page.evaluate(STORED)}),
        page.evaluate(CONSENT),
    )
