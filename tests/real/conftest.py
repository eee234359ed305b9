"""A Matomo, and a journey whose requests it got.

Both are had twice, so that what runs against a real server is always exercised: with a stand-in on
loopback and, where MATOMO_URL names one, with a real Matomo.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from demo.hits import HitStore
from demo.serving import running
from tests.real.journey import Journey, play
from tests.real.matomo import Matomo, from_environment
from tests.real.stand_in import stand_in
from tests.support.visit_server import create_pages
from tests.support.watched_page import Watch


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The page of the journey; it is of another origin than any Matomo."""
    with closing(HitStore()) as store, running(create_pages(Path(__file__).parent, store)) as pages:
        yield f"{pages}/page.html"


@pytest.fixture(scope="module", params=["stand-in", "real"])
def matomo(request: pytest.FixtureRequest) -> Iterator[Matomo]:
    """A Matomo to run against."""
    if request.param == "stand-in":
        with stand_in() as server:
            yield server
    else:
        yield from_environment() or pytest.skip("MATOMO_URL does not name a Matomo")


@pytest.fixture(scope="module", params=["matomo", "piwik"])
def journey(
    matomo: Matomo, address: str, chromium: Browser, request: pytest.FixtureRequest
) -> Iterator[Journey]:
    """A journey, with the tracker under either of its names."""
    watch = Watch(chromium.new_context())
    yield play(watch.page, address, matomo, request.param)
    assert watch.close() == []
