"""Applications of frameworks, which only a run builds that asks for them: `make test-apps`."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm.tarball import make_tarball
from tests.docs.pages import TOP
from tests.support.opt_in import APPS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests of this folder in other runs."""
    here = Path(__file__).parent
    for item in items:
        if not APPS and item.path.is_relative_to(here):
            item.add_marker(pytest.mark.skip(reason="make test-apps"))


@pytest.fixture(scope="session")
def tarball(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as its users get it."""
    return make_tarball(TOP, tmp_path_factory.mktemp("npm"))
