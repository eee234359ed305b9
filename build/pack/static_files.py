"""The files of ``dist/`` that a wheel has: the table of bundles says which.

hatchling runs this with its own Python, which has none of our tools.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from compile.bundles import BUNDLES

BESIDE = ("settings.schema.json", "stub.min.js")
"""What Python reads besides the bundles."""

MANIFEST = "integrity.json"
PLACE = "paqbridge/static/paqbridge"
"""Where a wheel has them: Django looks for ``static`` in an app, the rest is ours alone."""


class NotBuilt(Exception):
    """Says which file is missing, and what makes it."""


def static_files(dist: Path, work: Path) -> dict[str, str]:
    """Return path -> path in the wheel; raise ``NotBuilt`` where a file is not in ``dist``.

    The manifest is made in ``work``: that of ``dist`` tells of types, too, which a wheel has not.
    """
    missing = [name for name in (*names(), MANIFEST) if not (dist / name).is_file()]
    if missing:
        raise NotBuilt(f"{dist / missing[0]} is missing: run `make build` first, which needs Node")
    (work / MANIFEST).write_text(sums_of((dist / MANIFEST).read_text("utf-8"), names()), "utf-8")
    paths = [*(dist / name for name in names()), work / MANIFEST]
    return {str(path): f"{PLACE}/{path.name}" for path in paths}


def names() -> Iterator[str]:
    """Yield the files' names: each bundle with its source map, which collectstatic insists on."""
    for bundle in BUNDLES:
        yield from (bundle.file, f"{bundle.file}.map")
    yield from BESIDE


def sums_of(manifest: str, files: Iterable[str]) -> str:
    """Return the manifest of these files alone, out of that of ``dist/``."""
    sums = json.loads(manifest)
    return json.dumps({name: sums[name] for name in sorted(files)}, indent=2) + "\n"
