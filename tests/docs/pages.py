"""The pages of the docs as data: their code blocks, headings, links and words in code style."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parents[2]
README = TOP / "README.md"
GUIDES = sorted((TOP / "docs").glob("*.md"))
"""What a reader goes on to from the README."""

PAGES = [*sorted(TOP.glob("*.md")), *GUIDES, *sorted((TOP / "tests").rglob("README.md"))]
DECISIONS = sorted((TOP / "docs/decisions").glob("*.md"))
"""Records of their day: only their links have to hold."""

SOON: tuple[str, ...] = ()
"""Paths that pages name and that are still to come."""

BLOCK = re.compile(
    r"(?:^ *<!-- (?P<kind>\w+): (?P<name>\w+) -->\n)?"
    r"^(?P<indent> *)```(?P<language>\w*)\n(?P<code>.*?)\n(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


class Block(NamedTuple):
    """A code block; ``kind`` and ``name`` are those of the comment above it, if there is one."""

    page: str
    kind: str
    name: str
    language: str
    code: str


def shown(path: Path) -> str:
    """Return a page's name in a test's."""
    return path.relative_to(TOP).as_posix()


def blocks_of(path: Path) -> list[Block]:
    """Return the code blocks of a page, in their order."""
    found = BLOCK.finditer(path.read_text("utf-8"))
    return [
        Block(shown(path), m["kind"] or "", m["name"] or "", m["language"], undented(m))
        for m in found
    ]


def undented(block: re.Match[str]) -> str:
    """Return the code of a block that may stand in a list."""
    return re.sub(f"^{block['indent']}", "", block["code"], flags=re.MULTILINE)


def prose_of(path: Path) -> str:
    """Return a page's text without its code blocks."""
    return BLOCK.sub("", path.read_text("utf-8"))


def spans_of(path: Path) -> list[str]:
    """Return what stands in code style within the text of a page."""
    return SPAN.findall(prose_of(path))


def links_of(path: Path) -> list[str]:
    """Return where the links and pictures of a page lead, apart from other sites."""
    prose = SPAN.sub("", prose_of(path))
    return [link for link in LINK.findall(prose) if "://" not in link]


def anchors_of(path: Path) -> set[str]:
    """Return the fragments that lead to the headings of a page, as GitHub makes them."""
    kept = [re.sub(r"[^\w\- ]", "", title.lower()) for title in HEADING.findall(prose_of(path))]
    return {title.strip().replace(" ", "-") for title in kept}


BLOCKS = [block for path in PAGES for block in blocks_of(path)]


def named(kind: str) -> dict[str, Block]:
    """Return the blocks of a kind, by name."""
    return {block.name: block for block in BLOCKS if block.kind == kind}
