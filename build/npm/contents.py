"""The files of the npm package, made of ``dist/``."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from npm.manifest import SHARED, TESTING, TYPES_ONLY, manifest, modules, scripts, shared
from npm.readme import readme
from npm.required import required
from pack.static_files import MANIFEST, NotBuilt, sums_of
from release.versions import version_of

HERE = Path(__file__).resolve().parent
BUNDLER = HERE / "bundle_testing.mjs"
TYPES = ("settings", "scripts", TYPES_ONLY)
"""Declarations without a module of their name."""

Contents = dict[str, str]
"""File name -> text. All are flat: a script that is copied elsewhere finds its map beside it."""


def contents(top: Path) -> Contents:
    """Return the package's files; raise ``NotBuilt`` where ``dist/`` is not complete."""
    dist = top / "dist"
    built = [f"{name}.mjs" for name in [*modules(), SHARED]] + scripts()
    maps = [f"{name}.map" for name in built]
    texts = {name: text_of(dist / name) for name in [*built, *maps, "settings.schema.json"]}
    texts[MANIFEST] = sums_of(text_of(dist / MANIFEST), texts)
    return {
        "package.json": json.dumps(manifest(version_of(top)), indent=2) + "\n",
        "README.md": readme(top),
        "LICENSE": text_of(top / "LICENSE"),
        "CHANGELOG.md": text_of(top / "CHANGELOG.md"),
        **texts,
        **{f"{name}.{SHARED}.mjs": text for name, text in shared().items()},
        **{f"{name}.js": required(texts[f"{name}.mjs"]) for name in modules()},
        **testing(dist),
        **declarations(dist),
        f"{TYPES_ONLY}.mjs": "export {}\n",
        f"{TYPES_ONLY}.js": "",
    }


def text_of(path: Path) -> str:
    """Return a file's text."""
    if not path.is_file():
        raise NotBuilt(f"{path} is missing: run `make build` first")
    return path.read_text("utf-8")


def testing(dist: Path) -> Contents:
    """Return the module for tests, in both forms."""
    with tempfile.TemporaryDirectory() as target:
        job = {"dist": str(dist), "target": target}
        command = ["node", str(BUNDLER)]
        subprocess.run(command, input=json.dumps(job), text=True, check=True)
        return {path.name: path.read_text("utf-8") for path in sorted(Path(target).iterdir())}


def declarations(dist: Path) -> Contents:
    """Return the types, once for each form: they name each other by the files of theirs.

    The global is one for the files of both forms, and so is its type.
    """
    found = {name: text_of(dist / f"{name}.d.mts") for name in modules()}
    found |= {name: text_of(dist / f"{name}.d.ts") for name in TYPES}
    found[TESTING] = text_of(HERE / f"testing/{TESTING}.d.mts")
    return {
        **{f"{name}.d.mts": text.replace(".js'", ".mjs'") for name, text in found.items()},
        f"{TYPES_ONLY}.d.mts": found[TYPES_ONLY],
        **{f"{name}.d.ts": text.replace(".mjs'", ".js'") for name, text in found.items()},
    }
