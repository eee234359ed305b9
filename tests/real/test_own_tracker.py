"""The same journeys with the tracker of our own in the place of the server's script."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.real.recording import NAMES
from tests.real.test_journeys import (
    reporting,
    test_commands,
    test_consent,
    test_every_request_is_accepted,
    test_reports,
    test_requests,
    test_visits,
    test_what_is_stored,
)
from tests.support.opt_in import EVERY_VECTOR

__all__ = [
    "reporting",
    "test_commands",
    "test_consent",
    "test_every_request_is_accepted",
    "test_reports",
    "test_requests",
    "test_visits",
    "test_what_is_stored",
]

OWN = Path(__file__).parents[2] / "dist" / "tracker.min.js"
SOME = ["consent/load", "core/calls", "routes/content_all"]
"""What each run plays: hits that leave together, consent, blocks."""

pytestmark = pytest.mark.parametrize("played", NAMES if EVERY_VECTOR else SOME, indirect=True)


@pytest.fixture(scope="module")
def script() -> Path:
    """The tracker's file."""
    return OWN
