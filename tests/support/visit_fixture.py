"""The fixture ``visit``, for the conftest.py of each folder whose pages come from loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from demo.matomo_double.hits import HitStore
from demo.matomo_double.serving import running
from tests.support.visit import Visit
from tests.support.visit_server import create_pages


@pytest.fixture
def visit(request: pytest.FixtureRequest, open_page: Callable[..., Page]) -> Iterator[Visit]:
    """A visit to pages in the test's own folder, on a server of their own with a small Matomo."""
    store = HitStore()
    with running(create_pages(request.path.parent, store)) as address:
        visit = Visit(open_page(), address, store).prepare()
        yield visit
        visit.leave()
    store.close()
