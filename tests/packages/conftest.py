"""The npm package as its users get it: the tarball, installed into an empty project."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from npm.tarball import make_tarball

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def tarball(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tarball, made anew."""
    return make_tarball(TOP, tmp_path_factory.mktemp("npm"))


@pytest.fixture(scope="session")
def project(tarball: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty project that has the package, installed without a network."""
    folder = tmp_path_factory.mktemp("project") / "site"
    folder.mkdir()
    (folder / "package.json").write_text(json.dumps({"name": "site", "private": True}))
    command = ["npm", "install", "--offline", "--no-audit", "--no-fund", str(tarball)]
    subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return folder
