"""The files that whole pages load: built ones, bundled ones, and Matomo's own tracker."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from bench.scripts import TOP, bundled, library_text
from bench.whole.pages import MATOMO, PAGES, WholePage
from compile.pipeline import packed


def needed(page: WholePage) -> set[str]:
    """Return the names of the files that a page loads."""
    return {page.script, page.tracker} - {""}


def pages_here(real: Path | None, pages: Sequence[WholePage] = PAGES) -> list[WholePage]:
    """Return those whose files are there: a build may lack one, a machine the real tracker."""
    return [page for page in pages if all(is_here(name, real) for name in needed(page))]


def is_here(name: str, real: Path | None) -> bool:
    """Tell whether a page can be given the file."""
    if name == MATOMO:
        return real is not None
    return (TOP / "dist" / name).is_file() or entry(name).is_file()


def entry(name: str) -> Path:
    """Return where a script that is bundled for a page begins."""
    return Path(__file__).with_name(name)


def text_of(name: str, real: Path | None = None) -> str:
    """Return what a page gets under a name; FileNotFoundError where there is no such file."""
    if name == MATOMO:
        return (real or Path(MATOMO)).read_text("utf-8")
    if entry(name).is_file():
        return bundled(entry(name))
    return library_text(f"dist/{name}").rstrip("\n")


def real_tracker() -> Path | None:
    """Return the ``matomo.js`` that ``MATOMO_JS`` names, or None."""
    named = os.environ.get("MATOMO_JS")
    return Path(named) if named else None


def about(real: Path) -> dict[str, object]:
    """Return what tells one ``matomo.js`` from another, which does not say its version."""
    data = real.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    return {"sha256": digest, "bytes": len(data), "gzip": packed(data)}
