"""The project of a site that has one of the host libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packages.conftest import TOP


@pytest.fixture(scope="session")
def application(project: Path) -> Path:
    """The project, with the hosts' own packages.

    They are found in the folder above: npm would empty what a link in the project's own leads to.
    """
    (project.parent / "node_modules").symlink_to(TOP / "node_modules")
    return project
