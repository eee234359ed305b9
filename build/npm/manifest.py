"""The package.json that users get. The table of bundles says which entries there are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from compile.bundles import BUNDLES

MAIN = "analytics"
"""The module that ``import "paqbridge"`` leads to."""

TYPES_ONLY = "global"
"""The entry that declares ``window.analytics``, for who wants that."""

TRACKER = "tracker"
"""The module that an import is enough of: the others find on the page what it has put there."""

SHARED = "hosts"
"""The module that bundlers find adapters in; it is no entry itself."""

TESTING = "testing"
"""The entry for a site's own tests."""

ABOUT = (
    "Segment's analytics.js calls into your own Matomo: a standalone window.analytics, and plugins "
    "for Segment, RudderStack and getanalytics"
)
KEYWORDS = ["analytics", "matomo", "piwik", "segment", "rudderstack", "getanalytics", "consent"]


def modules() -> list[str]:
    """Return the names of the entries that are modules: each has types, and a CommonJS form."""
    named = [Path(one.file).stem for one in BUNDLES if one.format == "esm"]
    return [name for name in named if name != SHARED]


def shared() -> dict[str, str]:
    """Return the text of the module that a bundler takes for an entry, by the entry's name.

    Two adapters in one bundle then have one mapping. Whoever has no bundler gets one file.
    """
    files = {Path(one.file).stem: one for one in BUNDLES}
    return {
        name: "export { "
        + ", ".join(f"{name} as {outer}" for outer in files[name].exports)
        + f" }} from './{SHARED}.mjs'\n"
        for name in files[SHARED].exports
    }


def scripts() -> list[str]:
    """Return the files that are for script elements."""
    return [one.file for one in BUNDLES if one.format == "iife"]


def entry(name: str) -> dict[str, dict[str, str]]:
    """Return the conditions of a module: its types stand first, for TypeScript as for people.

    Bundlers take ``module``, for `import` and `require` alike: one bundle then has one module of a
    name, and what one file has loaded the others find.
    """
    types = {"types": f"./{name}.d.mts"}
    bundled = f"{name}.{SHARED}" if name in shared() else name
    return {
        "module": {**types, "default": f"./{bundled}.mjs"},
        "import": {**types, "default": f"./{name}.mjs"},
        "require": {"types": f"./{name}.d.ts", "default": f"./{name}.js"},
    }


def exports() -> dict[str, Any]:
    """Return what may be imported: entries by name, scripts and data by their file names."""
    named = {f"./{name}": entry(name) for name in [*modules(), TESTING, TYPES_ONLY]}
    files = [*scripts(), "integrity.json", "settings.schema.json", "package.json"]
    return {".": entry(MAIN), **named, **{f"./{file}": f"./{file}" for file in files}}


def manifest(version: str) -> dict[str, Any]:
    """Return package.json.

    ``main``, ``module`` and ``types`` are for tools that do not know ``exports``; such a tool finds
    the types of ``paqbridge/segment`` as ``segment.d.ts``.
    """
    return {
        "name": "paqbridge",
        "version": version,
        "description": ABOUT,
        "keywords": KEYWORDS,
        "license": "MIT",
        # `.mjs` are modules, `.js` are for `require`.
        "type": "commonjs",
        "main": f"./{MAIN}.js",
        "module": f"./{MAIN}.mjs",
        "types": f"./{MAIN}.d.ts",
        "exports": exports(),
        # What is not used leaves nothing in a bundle; a script is there for what it does.
        "sideEffects": [f"./{file}" for file in [*scripts(), f"{TRACKER}.mjs", f"{TRACKER}.js"]],
    }
