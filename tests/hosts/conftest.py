"""The drivers of host libraries, and the pages in which they drive."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.hosts.host import Host
from tests.support.host_script import host_script
from tests.support.visit import Visit

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def script_of() -> Callable[..., str]:
    """Bundle a page's script with its host library and our plugin, once for the run."""
    return cache(host_script)


@pytest.fixture
def host(visit: Visit, request: pytest.FixtureRequest, script_of: Callable[..., str]) -> Host:
    """A page with the host that the test names, or its folder."""
    name = getattr(request, "param", request.path.parent.name)
    visit.site.files["host.js"] = script_of(HERE / "drivers" / f"{name}.js")
    visit.site.files["v1/batch"] = "OK"  # RudderStack's own server
    return Host(visit.page, visit.site)


@pytest.fixture
def shop(visit: Visit, request: pytest.FixtureRequest, script_of: Callable[..., str]) -> Visit:
    """A visit to a page that has the host library of the test's own folder."""
    visit.site.files["host.js"] = script_of(request.path.parent / "host.js")
    return visit
