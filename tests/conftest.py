"""Fixtures that every folder of tests shares: a real Chromium, and pages that fail on any error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, cast
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from bootstrap.browser import launch_options
from bootstrap.firefox import firefox_options
from tests.support import in_firefox, in_webkit
from tests.support.opt_in import EVERY_VECTOR, FIREFOX, WEBKIT
from tests.support.sites import Sites, serving
from tests.support.visit import Visit
from tests.support.watched_page import Watch

# The same examples each time, and none fails because the machine is busy.
settings.register_profile(
    "paqbridge", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("paqbridge")


FIRST_CASES = (
    "bench/test_whole_pages.py",
    "browser/blocked/",
    "browser/commands/",
    "browser/links/",
    "browser/order/",
    "browser/settings_document/",
    "browser/load_forms/",
    "browser/changed_builtins/",
    "browser/many/test_many.py",
    "browser/page_cache/",
    "demo/test_document_page.py",
    "demo/test_page.py",
    "demo/test_page_settings.py",
    "demo/test_settings_form.py",
    "demo/test_accessibility.py",
    "demo/test_trackers.py",
    "docs/test_from_segment.py",
    "hostile/test_values.py::test_every_start_takes_every_value",
    "tracker/own/test_methods.py::test_an_odd_value_costs_no_later_hit",
)
"""Where a run plays the first case of each table; with EVERY_VECTOR it plays all."""

SHARES = {
    "tests/tracker/test_cases.py::test_stand_in": 4,
    "tests/tracker/": 3,
    "tests/browser/": 3,
    "tests/hosts/": 3,
}
"""Where it plays one of so many cases of a table: it is to end in time on a busy machine, too.

Of which table which ones goes by its name, so that each host and each mode has its share.
"""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out further cases of tables, where time is short."""
    if FIREFOX or WEBKIT:
        mark(items, in_firefox.WHY_NOT if FIREFOX else in_webkit.WHY_NOT)
    names = [item.nodeid.partition("[")[0] for item in items]
    counts, numbers = Counter(names), Counter[str]()
    left: list[pytest.Item] = []
    kept: list[pytest.Item] = []
    for item, name in zip(items, names, strict=True):
        is_kept = EVERY_VECTOR or is_played(name, numbers[name], counts[name])
        (kept if is_kept else left).append(item)
        numbers[name] += 1
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


def is_played(name: str, number: int, count: int) -> bool:
    """Tell whether a run plays the case of this number of a test that has so many."""
    if any(part in name for part in FIRST_CASES):
        return number == 0
    share = next((share for start, share in SHARES.items() if name.startswith(start)), 1)
    return number % share == crc32(name.encode()) % min(share, count)


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
