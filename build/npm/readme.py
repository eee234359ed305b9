"""The package's README: what the docs say to sites with npm, as one page that leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = "docs/install-npm.md"
HOSTS = "docs/hosts.md"
TESTING = "docs/testing.md"
RECIPES = ("Segment's analytics-next", "RudderStack", "getanalytics", "Classic analytics.js")
"""Sections of ``HOSTS`` that the README has as well."""

INSTALL = "```sh\nnpm install paqbridge\n```\n"
"""In the place of the page's own section, which tells how to do without a registry."""

SECTION = re.compile(r"^## (?P<title>[^\n]+)\n\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
PROOFS = re.compile(r"^## What proves it\n.*", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"^<!--.*-->\n", re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)]+\)")
"""One that leads to another page of the docs, which the package has not."""


def readme(top: Path) -> str:
    """Return the README: the page, a recipe for each host, how to test."""
    texts = [(top / name).read_text("utf-8") for name in ("README.md", PAGE, HOSTS, TESTING)]
    front, page, hosts, testing = [plain(text) for text in texts]
    opening = front.split("\n\n")[1] + "\n\n" + page.split("\n\n")[1]
    own = sections(page) | {"Install": INSTALL}
    recipes = {title: sections(hosts)[title] for title in RECIPES}
    below = {"Testing": testing.partition("\n\n")[2].replace("\n## ", "\n### ")}
    parts = [f"## {title}\n\n{text}" for title, text in (own | recipes | below).items()]
    return "\n\n".join(text.strip() for text in ["# paqbridge", opening, *parts]) + "\n"


def sections(page: str) -> dict[str, str]:
    """Return the text of each section of a page by its heading."""
    return {one["title"]: one["text"] for one in SECTION.finditer(page)}


def plain(page: str) -> str:
    """Return a page without its proofs, comments and links, with our files where they are."""
    page = LINK.sub(r"\1", COMMENT.sub("", PROOFS.sub("", page)))
    return page.replace("`dist/", "`paqbridge/")
