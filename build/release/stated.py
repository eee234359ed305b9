"""The version that each package states, as whoever installs it is told."""

from __future__ import annotations

import json
import re
import tarfile
import zipfile
from pathlib import Path

VERSION = re.compile(r"^Version: (.+)$", re.MULTILINE)
SCRIPT = "analytics.min.js"


def stated(folder: Path) -> dict[str, str]:
    """Return the version in each package of a folder, by file name; '' where none is found."""
    readers = {
        "*.tgz": lambda path: json.loads(in_tar(path, "package.json"))["version"],
        "*.tar.gz": lambda path: first(VERSION, in_tar(path, "PKG-INFO")),
        "*.whl": lambda path: first(VERSION, in_zip(path, "METADATA")),
    }
    return {
        path.name: read(path)
        for pattern, read in readers.items()
        for path in sorted(folder.glob(pattern))
    }


def disagreements(folder: Path, version: str) -> list[str]:
    """Return a sentence for each package of another version, or with scripts of another."""
    wrong = [
        f"{name} says {said or 'nothing'}, not {version}"
        for name, said in stated(folder).items()
        if said != version
    ]
    stale = [
        f"{path.name} has scripts of another version than {version}: make build"
        for path in sorted([*folder.glob("*.zip"), *folder.glob("*.whl")])
        if f'"{version}"' not in in_zip(path, SCRIPT)
    ]
    return [*wrong, *stale]


def first(pattern: re.Pattern[str], text: str) -> str:
    """Return what a pattern finds first; '' for nothing."""
    found = pattern.search(text)
    return found[1] if found else ""


def in_tar(path: Path, name: str) -> str:
    """Return the text of a tarball's file in its one folder."""
    with tarfile.open(path) as archive:
        member = next(one for one in archive if one.name.split("/")[1:] == [name])
        content = archive.extractfile(member)
        assert content is not None
        return content.read().decode()


def in_zip(path: Path, name: str) -> str:
    """Return the text of a zip's first file of that name, whatever its folder."""
    with zipfile.ZipFile(path) as archive:
        found = next(one for one in archive.namelist() if one.endswith(f"/{name}"))
        return archive.read(found).decode()
