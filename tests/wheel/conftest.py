"""The wheel, built once, and installed into an environment that has nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

import pytest

TOP = Path(__file__).parents[2]
PYTHON = os.environ.get("WHEEL_PYTHON", sys.executable)
"""The Python of an environment that has the frameworks, perhaps others than those of the tests."""


class Installed(NamedTuple):
    """An empty environment with the wheel: its Python, and where its packages are."""

    python: Path
    packages: Path


def packed(kind: str, sources: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Make the wheel, or the source archive (`sdist`), of these sources in a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    return subprocess.run(command, cwd=sources, capture_output=True, text=True, umask=0o077)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this `dist/`."""
    folder = tmp_path_factory.mktemp("wheel")
    assert packed("wheel", TOP, folder).returncode == 0
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel, with no index to ask for anything else."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / "bin/python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--isolated", "install"]
    subprocess.run([*pip, "--no-index", "-q", str(wheel)], check=True, capture_output=True)
    return Installed(python, next(folder.glob("lib/python*/site-packages")))
