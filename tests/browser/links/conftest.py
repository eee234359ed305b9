"""A shop whose links and forms are tracked, with a clock of its own."""

from __future__ import annotations

import pytest

from tests.browser.links.shop import Shop
from tests.support.visit import Visit


@pytest.fixture
def shop(visit: Visit) -> Shop:
    """A visit to a page with links and forms; what they lead to is there, too."""
    return Shop(visit)
