"""The zip of scripts, for whoever has no package manager: the bundles, and the sums to pin them."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from pack.static_files import MANIFEST, names, sums_of

READABLE = 0o644 << 16
FIRST = 315532800
"""1980, before which a zip has no dates."""


def scripts(dist: Path) -> dict[str, bytes]:
    """Return the files by name: those that the table of bundles names, and their integrity."""
    found = {name: (dist / name).read_bytes() for name in names()}
    return {**found, MANIFEST: sums_of((dist / MANIFEST).read_text("utf-8"), found).encode()}


def write_zip(path: Path, folder: str, files: dict[str, bytes], epoch: int) -> None:
    """Write files into one folder of a zip, in the order of their names, all of one date."""
    moment = datetime.fromtimestamp(max(epoch, FIRST), UTC)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", moment.timetuple()[:6])
            entry.create_system, entry.external_attr = 3, READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
