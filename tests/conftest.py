"""Fixtures that every folder of tests shares: a real Chromium, and pages that fail on any error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from bootstrap.browser import launch_options
from bootstrap.firefox import firefox_options
from tests.support import in_firefox, in_webkit
from tests.support.opt_in import FIREFOX, WEBKIT
from tests.support.shares import parted, plays_all
from tests.support.sites import Sites, serving
from tests.support.visit import Visit
from tests.support.watched_page import Watch

# The same examples each time, and none fails because the machine is busy.
settings.register_profile(
    "paqbridge", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("paqbridge")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what another browser cannot do; leave out a part of what takes a browser."""
    if FIREFOX or WEBKIT:
        mark(items, in_firefox.WHY_NOT if FIREFOX else in_webkit.WHY_NOT)
    if not plays_all(config):
        items[:], left = parted(items)
        config.hook.pytest_deselected(items=left)


def mark(items: list[pytest.Item], why_not: dict[str, str]) -> None:
    """Skip what cannot run in this browser: beginnings of a test's id, each with its reason."""
    for item in items:
        reason = next((why for start, why in why_not.items() if item.nodeid.startswith(start)), "")
        if reason:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def chromium(sites: Sites) -> Iterator[Browser]:
    """One Chromium for the whole run, or the Firefox or WebKit of that verb."""
    if WEBKIT:
        from tests.support.webkit.browser import opened

        with opened(sites) as webkit:
            yield cast("Browser", webkit)
        return
    with sync_playwright() as playwright:
        if FIREFOX:
            browser = playwright.firefox.launch(**firefox_options())
        else:
            browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages, each in a context of its own; an error that no test expects fails the test."""
    watches: list[Watch] = []

    def open_one(**options: Any) -> Page:
        watch = Watch(chromium.new_context(**options))
        watches.append(watch)
        return watch.page

    yield open_one
    troubles = [trouble for watch in watches for trouble in watch.close()]
    assert troubles == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """Open one page."""
    return open_page()


@pytest.fixture(scope="session")
def sites() -> Iterator[Sites]:
    """One server for the whole run."""
    with serving() as sites:
        yield sites


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, sites: Sites, open_page: Callable[..., Page]
) -> Iterator[Visit]:
    """A visit to a site of the test's own, whose pages are in the test's folder."""
    with sites.site(request.path.parent) as site:
        visit = Visit(open_page(), site)
        yield visit
        visit.page.close()  # before its site: what it still waits for is then no error
