"""The shop that these tests visit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.support.storefront import Shop


@pytest.fixture
def shop(page: Page) -> Iterator[Shop]:
    """Give a page a shop whose Matomo is live; what still waits at the end is let go."""
    page.set_default_timeout(10_000)
    shop = Shop(page)
    yield shop
    page.goto("about:blank")
    for route in shop.waiting:
        route.abort()
