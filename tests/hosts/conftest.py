"""``host.js`` of a folder has its host library."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.support.host_script import host_script
from tests.support.visit import Visit


@pytest.fixture(scope="session")
def script_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Bundle the host library of a folder and our plugin, each once for the run."""
    return cache(lambda folder: host_script(folder / "host.js", tmp_path_factory.mktemp("host")))


@pytest.fixture
def shop(visit: Visit, request: pytest.FixtureRequest, script_of: Callable[[Path], Path]) -> Visit:
    """A visit to a page that has the host library of the test's folder."""
    visit.site.files["host.js"] = script_of(request.path.parent).read_text("utf-8")
    return visit
