"""A fresh page for each unit test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from paqbridge import host
from tests.support.fake_page import FakePage


@pytest.fixture
def fake() -> Iterator[FakePage]:
    """Put a page under the host module, without a tracker."""
    host.page = FakePage()
    host.shut_storage(False)
    yield host.page
    host.page = None
