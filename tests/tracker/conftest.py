"""Labs for the tests of the tracker, and the stage on which cases are played."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.tracker.lab import Lab, serving
from tests.tracker.playing import STAGE


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The origin of a lab whose arrivals nobody looks at."""
    with serving() as lab:
        yield lab.origin


@pytest.fixture
def lab() -> Iterator[Lab]:
    """A lab of the test's own."""
    with serving() as lab:
        yield lab


@pytest.fixture
def open_page(lab: Lab, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open pages that close before their lab does: a page still sends when it goes."""
    return open_page


@pytest.fixture(scope="module")
def stage(chromium: Browser) -> Iterator[Page]:
    """One page for all cases: each starts with a document of its own and without cookies."""
    context = chromium.new_context()
    page = context.new_page()
    # In one piece, because the order of several init scripts is not defined.
    page.add_init_script("\n".join(path.read_text("utf-8") for path in STAGE))
    yield page
    context.close()
