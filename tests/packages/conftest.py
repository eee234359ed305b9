"""The npm package as its users get it: the tarball, installed into an empty project."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from npm.tarball import make_tarball
from tests.docs.pages import named

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def tarball(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tarball, made anew."""
    return make_tarball(TOP, tmp_path_factory.mktemp("npm"))


@pytest.fixture(scope="session")
def project(tarball: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty project that has the package, installed as the docs say, without a network."""
    folder = tmp_path_factory.mktemp("project") / "site"
    folder.mkdir()
    (folder / "package.json").write_text(json.dumps({"name": "site", "private": True}))
    shutil.copy(tarball, folder)
    command = shlex.split(named("console")["npm"].code)
    where = {**os.environ, "npm_config_offline": "true", "npm_config_audit": "false"}
    subprocess.run(command, cwd=folder, env=where, capture_output=True, text=True, check=True)
    return folder
