"""The wheel itself: what is in it, that it needs nothing else, that it can be made again."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

from compile.bundles import BUNDLES
from compile.pipeline import integrity
from pack.static_files import PLACE, NotBuilt, static_files
from release.versions import version_of
from tests.docs.pages import named
from tests.wheel.conftest import TOP, Installed, packed

DIST = TOP / "dist"
CONSOLE = {name: block.code for name, block in named("console").items()}
TYPED = """
from paqbridge import SettingsError, snippet

text: str = snippet({"siteId": 1}, user_id=False, build="full")
snippet({"siteId": 1}, build="ful")  # wrong
snippet({"siteId": 1}, user_id=1.5)  # wrong
"""


def test_what_is_in_it(wheel: Path) -> None:
    """Each bundle with its source map, the sums of what is there alone, Python and its types."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        sums = json.loads(archive.read(f"{PLACE}/integrity.json"))
        for bundle in BUNDLES:
            assert integrity(archive.read(f"{PLACE}/{bundle.file}")) == sums[bundle.file]
            assert f"{PLACE}/{bundle.file}.map" in names
    files = {Path(name).name for name in names if name.startswith(f"{PLACE}/")}
    assert {*sums} == files - {"integrity.json"}
    assert {"paqbridge/py.typed", "paqbridge/mapping/lean.py", "paqbridge/apps.py"} <= names
    assert not [name for name in names if not name.startswith("paqbridge")]


def test_what_it_asks_for(wheel: Path) -> None:
    """It needs no package and has no upper bound; extras name the frameworks."""
    with zipfile.ZipFile(wheel) as archive:
        name = f"paqbridge-{version_of(TOP)}.dist-info/METADATA"
        said = message_from_string(archive.read(name).decode())
    assert [one for one in said.get_all("Requires-Dist") or [] if "extra ==" not in one] == []
    assert said["Requires-Python"] == ">=3.11"
    assert {"django", "flask", "starlette", "fastapi"} <= set(said.get_all("Provides-Extra") or [])


def test_the_source_archive(wheel: Path, tmp_path: Path) -> None:
    """It has all but `dist/`: without that it names the verb, with it its wheel is the same."""
    assert packed("sdist", TOP, tmp_path).returncode == 0
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path, filter="data")
    sources = tmp_path / archive.name.removesuffix(".tar.gz")
    refused = packed("wheel", sources, tmp_path)
    assert refused.returncode != 0
    assert "run `make build` first" in refused.stdout + refused.stderr
    (sources / "dist").symlink_to(DIST)
    assert packed("wheel", sources, tmp_path).returncode == 0
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_it_works_alone(installed: Installed, tmp_path: Path) -> None:
    """The lines of the docs work in an environment that has the wheel alone, without a warning."""
    path = f"{installed.python.parent}:{os.environ['PATH']}"
    ran = subprocess.run(
        ["sh", "-ec", CONSOLE["verbs"]],
        cwd=tmp_path,
        env={"PATH": path, "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
    )
    assert ran.stderr == ""
    assert '"goals":{"Signed Up":3}' in ran.stdout
    copied = tmp_path / "public/static/paqbridge"
    for name, place in static_files(DIST, tmp_path).items():
        assert (copied / Path(place).name).read_bytes() == Path(name).read_bytes()


def test_the_install_line(wheel: Path) -> None:
    """The docs install the file that is made."""
    assert CONSOLE["install"] == f"pip install {wheel.name}"


def test_its_types(installed: Installed, tmp_path: Path) -> None:
    """A site's type checker knows the public names, and refuses a wrong build or user."""
    (tmp_path / "site.py").write_text(TYPED, "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "site.py", "--cache-dir", os.devnull],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(installed.packages)},
        capture_output=True,
        text=True,
    )
    assert re.findall(r"^site.py:(\d+): error", ran.stdout, re.MULTILINE) == ["5", "6"], ran.stdout


def test_what_is_not_built(tmp_path: Path) -> None:
    """Without dist/ there is no wheel, and the message names the verb that is missing."""
    with pytest.raises(NotBuilt, match="make build"):
        static_files(tmp_path, tmp_path)
