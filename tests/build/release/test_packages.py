"""The packages have what the table of bundles names, and are the same wherever they are made."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from compile.bundles import BUNDLES
from release.checks import TOP
from release.packages import NOTES, SUMS, sums
from release.scripts_zip import MANIFEST, scripts, write_zip
from release.stated import disagreements, stated
from release.versions import version_of
from tests.support.opt_in import APPS

DIST = TOP / "dist"


def test_the_zip_has_every_bundle() -> None:
    """The table decides, so that a new bundle needs no line here or there."""
    files = scripts(DIST)
    assert {bundle.file for bundle in BUNDLES} | {MANIFEST} <= files.keys()
    assert {f"{bundle.file}.map" for bundle in BUNDLES} <= files.keys()


def test_the_manifest_is_of_what_is_in_the_zip() -> None:
    """Each sum is that of the file beside it, and no file is without one."""
    files = scripts(DIST)
    manifest = json.loads(files.pop(MANIFEST))
    found = {name: base64.b64encode(hashlib.sha384(one).digest()) for name, one in files.items()}
    assert manifest == {name: f"sha384-{digest.decode()}" for name, digest in found.items()}


@pytest.mark.parametrize("epoch", [0, 1_700_000_000])
def test_a_zip_is_its_content(epoch: int, tmp_path: Path) -> None:
    """Neither the order nor the time of writing shows; a date before 1980 is 1980."""
    files = {"b.js": b"b", "a.js": b"a"}
    write_zip(tmp_path / "one.zip", "any-1", files, epoch)
    write_zip(tmp_path / "two.zip", "any-1", dict(reversed(files.items())), epoch)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["any-1/a.js", "any-1/b.js"]
        assert archive.read("any-1/b.js") == b"b"


def test_sums_can_be_checked(tmp_path: Path) -> None:
    """`sha256sum --check` reads them."""
    (tmp_path / "any.zip").write_bytes(b"any")
    assert sums(tmp_path) == f"{hashlib.sha256(b'any').hexdigest()}  any.zip\n"


def packed(folder: Path, version: str, script: str) -> Path:
    """Write packages of one version, with a script of perhaps another, as far as they are read."""
    info = f"Metadata-Version: 2.4\nName: any\nVersion: {version}\n"
    for name, file, text in (
        ("any.tgz", "package/package.json", json.dumps({"version": version})),
        ("any.tar.gz", "any-1/PKG-INFO", info),
    ):
        with tarfile.open(folder / name, "w:gz") as archive:
            entry = tarfile.TarInfo(file)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
    files = {"METADATA": info.encode(), "analytics.min.js": f'VERSION:"{script}"'.encode()}
    write_zip(folder / "any.whl", "any", files, 0)
    write_zip(folder / "any.zip", "any", files, 0)
    return folder


def test_packages_of_one_version(tmp_path: Path) -> None:
    """Each states it where whoever installs it is told."""
    folder = packed(tmp_path, "1.2.3", "1.2.3")
    assert stated(folder) == dict.fromkeys(["any.tgz", "any.tar.gz", "any.whl"], "1.2.3")
    assert disagreements(folder, "1.2.3") == []


def named(sentences: list[str]) -> list[str]:
    """Return the files that sentences begin with."""
    return [sentence.split(" ")[0] for sentence in sentences]


def test_packages_of_another_version_are_named(tmp_path: Path) -> None:
    """None is released."""
    packed(tmp_path, "1.2.2", "1.2.3")
    assert named(disagreements(tmp_path, "1.2.3")) == ["any.tgz", "any.tar.gz", "any.whl"]


def test_scripts_of_another_version_are_named(tmp_path: Path) -> None:
    """Scripts that were built before the version was changed are stale."""
    packed(tmp_path, "1.2.3", "1.2.2")
    assert named(disagreements(tmp_path, "1.2.3")) == ["any.whl", "any.zip"]


def cloned(folder: Path) -> Path:
    """Return a clone of this commit with the tools and scripts that are here."""
    subprocess.run(["git", "clone", "--quiet", "--no-local", str(TOP), str(folder)], check=True)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(TOP / name)
    shutil.copytree(DIST, folder / "dist")
    return folder


@pytest.mark.skipif(not APPS, reason="APPS makes all packages twice")
def test_packages_are_the_same_twice(tmp_path: Path) -> None:
    """Two clones, in folders, time zones and with masks of their own: the same bytes.

    The mask says who may read the folder.
    """
    made, modes = [], []
    for name, zone, mask in (("one", "UTC", 0o022), ("another", "Asia/Tokyo", 0o077)):
        top = cloned(tmp_path / name)
        command = [sys.executable, "build", "release"]
        where = {**os.environ, "TZ": zone}
        subprocess.run(command, cwd=top, env=where, check=True, umask=mask, capture_output=True)
        made.append({one.name: one.read_bytes() for one in (top / "release").iterdir()})
        modes.append(oct((top / "release").stat().st_mode & 0o777))
    assert modes == ["0o755", "0o700"]
    version = version_of(TOP)
    assert made[0] == made[1]
    assert made[0].keys() == {
        f"paqbridge-{version}.tgz",
        f"paqbridge-{version}.tar.gz",
        f"paqbridge-{version}-py3-none-any.whl",
        f"paqbridge-{version}-scripts.zip",
        NOTES,
        SUMS,
    }
