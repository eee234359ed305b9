"""RudderStack's SDK from npm, bundled once for the run, on pages that have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.host_script import host_script
from tests.support.visit import Visit


@pytest.fixture(scope="session")
def rudderstack_script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A script that puts the host library and our plugin on a page."""
    return host_script(Path(__file__).parent / "host.js", tmp_path_factory.mktemp("rudderstack"))


@pytest.fixture
def shop(visit: Visit, rudderstack_script: Path) -> Visit:
    """A visit to a page that has the host library."""
    visit.page.route("**/host.js", lambda route: route.fulfill(path=rudderstack_script))
    return visit
