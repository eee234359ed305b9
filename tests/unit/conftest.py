"""A fresh page for each unit test, and guards as they are in a browser where a test asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from paqbridge.native_support import GUARDS
from tests.support.fake_page import FakePage, under_host


@pytest.fixture
def fake() -> Iterator[FakePage]:
    """Put a page under the host module, without a tracker."""
    with under_host(FakePage()) as page:
        yield page


@pytest.fixture
def swallowing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let guards swallow what is thrown under them, as they do for a page's sake."""
    monkeypatch.setitem(GUARDS, "swallow", True)
