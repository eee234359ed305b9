"""A page for tests of who the visitor is."""

from __future__ import annotations

import pytest

from tests.support.visit import Visit


@pytest.fixture
def opened(visit: Visit) -> Visit:
    """Open a page with the full standalone, which has not been loaded."""
    visit.hold_tracker()
    visit.write('<script src="/dist/analytics.full.min.js"></script>')
    return visit
