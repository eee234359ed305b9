"""A Matomo, and journeys whose requests it got.

All are had twice, so that what runs against a real server is always exercised: with a stand-in on
loopback and, where MATOMO_URL names one, with a real Matomo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser

from tests.real.matomo import Matomo, from_environment
from tests.real.player import Played, play
from tests.real.recording import JOURNEYS, NAMES, Place, read_recording
from tests.real.stand_in import stand_in
from tests.support.sites import Sites
from tests.support.watched_page import Watch

SCRIPT = re.compile(r"/(piwik|matomo)\.js$")


@pytest.fixture(scope="session")
def home(sites: Sites) -> Iterator[str]:
    """Where the journeys' pages are; it is another origin than any Matomo's."""
    with sites.site(JOURNEYS) as site:
        yield site.address


@pytest.fixture(scope="module", params=["stand-in", "real"])
def matomo(request: pytest.FixtureRequest) -> Iterator[Matomo]:
    """A Matomo to run against."""
    if request.param == "stand-in":
        with stand_in() as server:
            yield server
    else:
        yield from_environment() or pytest.skip("MATOMO_URL does not name a Matomo")


@pytest.fixture(scope="session")
def real() -> Matomo:
    """A real Matomo that can be asked: for what a stand-in cannot tell."""
    found = from_environment()
    if found is None or found.token is None:
        pytest.skip("MATOMO_URL and MATOMO_TOKEN do not name a Matomo")
    return found


@pytest.fixture(scope="module")
def script() -> Path | None:
    """What the pages get in the place of the server's own script; here it is that one."""
    return None


@pytest.fixture(scope="module", params=NAMES)
def played(
    matomo: Matomo,
    home: str,
    script: Path | None,
    chromium: Browser,
    request: pytest.FixtureRequest,
) -> Iterator[Played]:
    """A journey, played as its recording says.

    Its users are new ones each time: Matomo puts a known one's journeys into one visit.
    """
    place = Place(home, matomo, uuid4().hex)
    watch = Watch(chromium.new_context())
    if script:
        text = script.read_text("utf-8")
        watch.context.route(
            SCRIPT, lambda route: route.fulfill(body=text, content_type="text/javascript")
        )
    yield play(watch.page, place, read_recording(request.param, place))
    assert watch.close() == []
