"""Our own snippet, as the README has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def snippet() -> str:
    """Return the stub of the README's snippet, up to its first call."""
    found = re.search(
        r"<script>\n(  window.analytics = .*?)  analytics.load", README.read_text("utf-8"), re.S
    )
    assert found
    return found[1]
