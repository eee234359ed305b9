"""One site a test, looked at as the verb does, in the run's own browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from paqbridge.web.verify.facts import Facts
from paqbridge.web.verify.findings import Finding
from paqbridge.web.verify.look import Options, look
from paqbridge.web.verify.rules import findings_of
from tests.support.site import Site
from tests.support.sites import Sites

PACE = "<script>standInTracker = {wait: 0, gap: 0}</script>"
"""Makes the stand-in send at once, so that a page is soon at rest."""

SETTINGS = 'siteId: 1, serverUrl: "{{ matomo }}"'


def page(settings: str = SETTINGS, build: str = "analytics.full.min.js", more: str = "") -> str:
    """Return a page with a bundle that is started, and views itself."""
    start = f"<script>analytics.load({{{settings}}}); analytics.page()</script>"
    script = f'<script src="/dist/{build}"></script>'
    return f"<!doctype html><title>Shop</title>{PACE}{script}{start}{more}"


class Looked:
    """What one look at a page has led to."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.findings: list[Finding] = findings_of(facts)

    @property
    def codes(self) -> list[str]:
        """The codes that were found."""
        return [one.code for one in self.findings]


class Blocking:
    """A browser with a content blocker in it."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.new_page = browser.new_page

    def new_context(self, **options: Any) -> BrowserContext:
        """Open a context that lets nothing of Matomo's name through."""
        context = self.browser.new_context(**options)
        context.route("**/piwik.*", lambda route: route.abort("blockedbyclient"))
        return context


Verify = Callable[..., Looked]


@pytest.fixture
def site(sites: Sites) -> Iterator[Site]:
    """A site of the test's own."""
    with sites.site(Path(__file__).parent) as site:
        yield site


@pytest.fixture
def verify(chromium: Browser, site: Site) -> Verify:
    """Look at a page made of text, at the site's own address."""

    def run(text: str, path: str = "page.html", browser: Any = None, **options: Any) -> Looked:
        site.files[path] = text
        wanted = Options(**{"timeout": 10, "rest": 0.2, **options})
        used = browser(chromium) if browser else chromium
        return Looked(look(used, f"{site.address}/{path}", wanted))

    return run
