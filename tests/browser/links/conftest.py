"""A shop whose links and forms are tracked, with a clock of its own."""

from __future__ import annotations

import pytest

from tests.browser.links.shop import Shop
from tests.support.tracker_file import REAL
from tests.support.visit import Visit


@pytest.fixture
def shop(visit: Visit) -> Shop:
    """A visit to a page with links and forms; what they lead to is there, too."""
    if REAL:
        pytest.skip(
            "matomo.js holds a page that is left until its clock has gone on; here it stops"
        )
    return Shop(visit)
