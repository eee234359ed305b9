"""A real WebKit, the engine of Safari: `make webkit`. No other run looks at these tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.opt_in import WEBKIT

if TYPE_CHECKING:
    from tests.webkit.everywhere import Everywhere
    from tests.webkit.page import WebKitPage

collect_ignore_glob = [] if WEBKIT else ["test_*.py"]


@pytest.fixture(scope="session")
def place() -> Iterator[Everywhere]:
    """Every host that the browser knows."""
    from tests.webkit.everywhere import everywhere

    with everywhere() as place:
        yield place


@pytest.fixture(scope="session")
def page(place: Everywhere) -> Iterator[WebKitPage]:
    """One window for the whole run."""
    from tests.support.webkit.window import window
    from tests.webkit.page import WebKitPage

    with window(place.address) as driver:
        yield WebKitPage(driver)
