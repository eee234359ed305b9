"""Our own snippet, as the README has it."""

from __future__ import annotations

import pytest

from declare.stub import README, SHOWN


@pytest.fixture
def snippet() -> str:
    """Return the stub of the README's snippet, up to its first call."""
    found = SHOWN.search(README.read_text("utf-8"))
    assert found
    return found[0]
