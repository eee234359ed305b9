"""Lint, transpile, bundle; everything lands in ``dist/``."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from compile.bundles import BUNDLES, Bundle
from compile.transpile import TranspileError, transpile
from language.facts import FLAGS, HOST_GLOBALS
from lint.package import lint_tree

TOP = Path(__file__).resolve().parents[2]
SUMS = "integrity.json"
BUNDLER = Path(__file__).resolve().with_name("bundle.mjs")


class BuildFailed(Exception):
    """Says why there is nothing in ``dist/``."""


@dataclass(frozen=True)
class Size:
    """The bytes of one file of ``dist/``, and the gzipped ones that it is meant to and may have."""

    file: str
    raw: int
    gzip: int
    brotli: int
    budget: int | None
    ceiling: int


def build(
    root: Path, dist: Path, bundles: Sequence[Bundle] = BUNDLES, keep: bool = False
) -> list[Size]:
    """Build ``bundles`` from the package under ``root`` into ``dist``; return their sizes.

    ``keep`` leaves the emitted modules in ``dist/.staging``, for reading.
    """
    complaints = lint_tree(root)
    if complaints:
        raise BuildFailed("\n".join(map(str, complaints)))
    dist.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=dist) as folder:
        staging, made = Path(folder, "js"), Path(folder, "made")
        made.mkdir()
        brotli = _compile(root, staging, made, bundles)
        if root == TOP / "integration":
            _declare(made)
        write_integrity(made)
        _replace_files(made, dist)
        shutil.rmtree(dist / ".staging", ignore_errors=True)
        if keep:
            staging.rename(dist / ".staging")
    return [_size(dist, bundle, brotli[bundle.file]) for bundle in bundles]


def _compile(root: Path, staging: Path, made: Path, bundles: Sequence[Bundle]) -> dict[str, int]:
    """Transpile and bundle into ``made``; return the brotli size of each file."""
    try:
        transpile(root, sorted({bundle.entry for bundle in bundles}), staging)
    except TranspileError as error:
        raise BuildFailed(str(error)) from None
    return {row["file"]: row["brotli"] for row in _bundle(made, staging, bundles)}


def _declare(made: Path) -> None:
    """Write types and schema; they read the settings tables, which lint must have passed."""
    from declare.write import write_declarations

    write_declarations(made)


def _replace_files(made: Path, dist: Path) -> None:
    """Swap the new files in one by one, so that a reader never meets half a file."""
    new = {path.name for path in made.iterdir()}
    for path in dist.iterdir():
        if path.is_file() and path.name not in new:
            path.unlink()
    for name in new:
        (made / name).replace(dist / name)


def _bundle(made: Path, staging: Path, bundles: Sequence[Bundle]) -> list[dict[str, Any]]:
    """Make the bundles, in two processes: what specializing takes is time of one processor."""
    shares = [share for share in (bundles[0::2], bundles[1::2]) if len(share) > 0]
    with ThreadPoolExecutor() as pool:
        reports = pool.map(partial(_bundle_share, made, staging), shares)
    return [row for report in reports for row in report]


def _bundle_share(made: Path, staging: Path, bundles: Sequence[Bundle]) -> list[dict[str, Any]]:
    job = {
        "top": str(TOP),
        "dist": str(made),
        "staging": str(staging),
        "flags": FLAGS,
        "globals": sorted(HOST_GLOBALS),
        "bundles": [bundle.job() for bundle in bundles],
    }
    command = ["node", str(BUNDLER)]
    done = subprocess.run(command, input=json.dumps(job), capture_output=True, text=True)
    if done.returncode:
        raise BuildFailed(done.stderr.strip())
    report: list[dict[str, Any]] = json.loads(done.stdout)
    return report


def write_integrity(dist: Path) -> None:
    """Write the sha384 of every file, as ``<script integrity>`` wants it."""
    text = json.dumps(sums_of_files(dist), indent=2) + "\n"
    (dist / SUMS).write_text(text, encoding="utf-8")


def sums_of_files(dist: Path) -> dict[str, str]:
    """Return what the manifest says of the files that are there; of itself it says nothing."""
    files = sorted(path for path in dist.iterdir() if path.is_file() and path.name != SUMS)
    return {path.name: integrity(path.read_bytes()) for path in files}


def integrity(data: bytes) -> str:
    """Return the sha384 in the form of the attribute ``integrity``."""
    return "sha384-" + base64.b64encode(hashlib.sha384(data).digest()).decode()


def packed(data: bytes) -> int:
    """Return the bytes that `gzip -9` makes of ``data``."""
    return len(gzip.compress(data, 9, mtime=0))


def _size(dist: Path, bundle: Bundle, brotli: int) -> Size:
    data = (dist / bundle.file).read_bytes()
    return Size(bundle.file, len(data), packed(data), brotli, bundle.budget, bundle.ceiling)
