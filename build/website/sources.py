"""Which files of the repository are pages of the site, and where each stands there."""

from __future__ import annotations

from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PATTERNS = ("*.md", "docs/*.md", "docs/decisions/*.md", "tests/README.md", "tests/*/README.md")
HOME = "index.md"
DECISIONS = "decisions/index.md"
"""A page of the site alone: what a folder is elsewhere."""


def place_of(source: str) -> str:
    """Return where a page of the repository stands on the site: `docs/` is its top.

    `README.md` is the home; `tests/vectors/README.md` becomes `tests-vectors.md`.
    """
    if source == "README.md":
        return HOME
    if source.endswith("/README.md"):
        return source.removesuffix("/README.md").replace("/", "-") + ".md"
    return source.removeprefix("docs/") if "/" in source else source.lower()


def pages(top: Path = TOP) -> dict[str, str]:
    """Return the pages: path in the repository -> place on the site."""
    found = [path for pattern in PATTERNS for path in sorted(top.glob(pattern))]
    sources = [path.relative_to(top).as_posix() for path in found]
    return {source: place_of(source) for source in sources}


def title_of(text: str) -> str:
    """Return the title of a page, which stands in its first line."""
    return text.partition("\n")[0].removeprefix("# ").strip()
