"""The host library from npm, bundled once for the run, on pages that have it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.support.visit import Visit

HERE = Path(__file__).parent
TOP = HERE.parents[2]


@pytest.fixture(scope="session")
def host_script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A script that puts analytics.js-core and our module on a page: host.js with all it needs."""
    out = tmp_path_factory.mktemp("classic_host") / "host.js"
    command: list[str | Path] = [
        TOP / "node_modules/.bin/esbuild",
        HERE / "host.js",
        "--bundle",
        f"--alias:our-classic={TOP / 'dist/classic.mjs'}",
        "--define:global=window",  # the host is written for bundlers that do this
        "--log-level=error",
        f"--outfile={out}",
    ]
    subprocess.run(command, check=True)
    return out


@pytest.fixture
def shop(visit: Visit, host_script: Path) -> Visit:
    """A visit to a page that has the host library."""
    visit.page.route("**/host.js", lambda route: route.fulfill(path=host_script))
    return visit
