"""Whether ``dist/`` is what its sources make already: a build takes a minute or two."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from compile.pipeline import SUMS, TOP, sums_of_files

STAMP = TOP / ".venv" / "stamp-dist"
"""Beside those of the tools: in ``dist/`` there is only what ships."""

SOURCES = ("integration", "build")
KINDS = frozenset({".py", ".mjs", ".js", ".mts", ".ts", ".txt", ".json"})
PINS = ("package-lock.json",)


def is_current(dist: Path) -> bool:
    """Tell whether the last whole build had these sources, and left these files."""
    return STAMP.is_file() and STAMP.read_text("utf-8") == mark(sources(), dist) and is_whole(dist)


def keep(read: str, dist: Path) -> None:
    """Note that ``dist`` has been made whole, of what ``sources`` said before it was."""
    if STAMP.parent.is_dir():
        STAMP.write_text(mark(read, dist), "utf-8")


def mark(read: str, dist: Path) -> str:
    """Return a digest of what a build has read, and of the manifest that it has left."""
    manifest = dist / SUMS
    left = manifest.read_bytes() if manifest.is_file() else b""
    return hashlib.sha256(read.encode() + left).hexdigest()


def sources() -> str:
    """Return a digest of all that a build reads."""
    digest = hashlib.sha256()
    for path in inputs():
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.relative_to(TOP)} {len(content)} ".encode() + content)
    return digest.hexdigest()


def inputs() -> Iterator[Path]:
    """Yield the files of the package and of the pipeline, and the pins of its tools."""
    for folder in SOURCES:
        for path in sorted((TOP / folder).rglob("*")):
            if path.suffix in KINDS and path.is_file():
                yield path
    yield from (TOP / name for name in PINS)


def is_whole(dist: Path) -> bool:
    """Tell whether the files are those of the manifest."""
    manifest = dist / SUMS
    return manifest.is_file() and json.loads(manifest.read_text("utf-8")) == sums_of_files(dist)
