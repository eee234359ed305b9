"""Sites with the trackers' files, and the stage on which cases are played."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket

import pytest
from playwright.sync_api import Browser, Page

from demo.matomo_double import STAND_IN
from tests.support.site import Site
from tests.support.sites import Sites
from tests.support.tracker_file import REAL
from tests.tracker.playing import staging

HERE = Path(__file__).parent
OWN = HERE.parents[1] / "dist" / "tracker.min.js"


@contextmanager
def lab_of(sites: Sites) -> Iterator[Site]:
    """A site with all trackers, and page.html wherever there is nothing else."""
    with sites.site(HERE) as lab:
        lab.files = {"stand_in.js": STAND_IN.read_text("utf-8"), "own.js": OWN.read_text("utf-8")}
        lab.files |= {"real.js": Path(REAL).read_text("utf-8")} if REAL else {}
        lab.fallback = (HERE / "page.html").read_text("utf-8")
        yield lab


@pytest.fixture(scope="session")
def site(sites: Sites) -> Iterator[str]:
    """The origin of a lab whose arrivals nobody looks at."""
    with lab_of(sites) as lab:
        yield lab.address


@pytest.fixture
def lab(sites: Sites) -> Iterator[Site]:
    """A lab of the test's own."""
    with lab_of(sites) as lab:
        yield lab


@pytest.fixture
def open_page(lab: Site, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open pages that close before their lab does: a page still sends when it goes."""
    return open_page


@pytest.fixture
def nobody() -> Iterator[str]:
    """An endpoint without a server: its port is taken, and nothing listens there.

    Browsers refuse ports of old services, such as discard's, before they ask: that is no such case.
    """
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/matomo.php"


@pytest.fixture(scope="module")
def stage(chromium: Browser) -> Iterator[Page]:
    """One page for all cases: each starts with a document of its own and without cookies."""
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script(staging())
    yield page
    context.close()
