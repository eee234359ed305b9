"""The version: one place says it, and files that have to repeat it agree."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

PLACE = "integration/paqbridge/flags.py"
"""Pages read it as ``analytics.VERSION``; the wheel takes it from here, too (pyproject.toml)."""

VERSION = re.compile(r'^VERSION: str = "([^"]+)"$', re.MULTILINE)


def version_of(top: Path) -> str:
    """Return the version of the sources under `top`."""
    found = VERSION.search((top / PLACE).read_text("utf-8"))
    if found is None:
        raise ValueError(f"{PLACE} has no line such as VERSION: str = '1.2.3'")
    return found[1]


def repeated(top: Path) -> Iterator[tuple[str, str]]:
    """Yield each file that npm wants the version in, and what it says."""
    lock = json.loads((top / "package-lock.json").read_text("utf-8"))
    yield "package.json", json.loads((top / "package.json").read_text("utf-8"))["version"]
    yield "package-lock.json", lock["version"]
    yield "package-lock.json", lock["packages"][""]["version"]


def disagreements(top: Path) -> list[str]:
    """Return a sentence for each file that says another version, with the command that mends it."""
    version = version_of(top)
    others = dict.fromkeys((name, said) for name, said in repeated(top) if said != version)
    mend = f"npm version --no-git-tag-version {version}"
    return [f"{name} says {said}, but {PLACE} {version}: {mend}" for name, said in others]
