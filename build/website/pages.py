"""The pages of the site as plain Markdown, by their places; no generator is needed for that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from website.links import PART, relinked
from website.navigation import navigation
from website.sources import DECISIONS, HOME, TOP, pages, title_of

ASSETS = ("docs/*.svg", "docs/*.png")
NO_PROSE = re.compile(r"#|<|\||!\[|- |\d+\. |Status:")
"""How what is no paragraph of prose begins, or one that says nothing of the page."""
SENTENCE = re.compile(r"(.+?[.:])(?: |$)")


def assets(top: Path = TOP) -> dict[str, str]:
    """Return the pictures: path in the repository -> place on the site."""
    found = [path for pattern in ASSETS for path in sorted(top.glob(pattern))]
    sources = [path.relative_to(top).as_posix() for path in found]
    return {source: source.removeprefix("docs/") for source in sources}


def site_pages(top: Path = TOP) -> dict[str, str]:
    """Return the text of each page by its place, with links that lead from place to place."""
    sources = pages(top)
    places = {**sources, **assets(top), "docs/decisions": DECISIONS}
    made = {
        place: relinked((top / source).read_text("utf-8"), source, places)
        for source, place in sources.items()
    }
    decisions = {place: text for place, text in made.items() if place.startswith("decisions/")}
    return {**made, DECISIONS: contents("All decisions", decisions)}


def contents(title: str, inside: Mapping[str, str]) -> str:
    """Return a page that lists others of its folder."""
    rows = [f"- [{title_of(text)}]({Path(place).name})" for place, text in inside.items()]
    return "\n".join([f"# {title}", "", *rows, ""])


def index_for_machines(made: Mapping[str, str]) -> str:
    """Return `llms.txt`: a title, a summary, and a link to each page's Markdown with what it says.

    The form is that of llmstxt.org.
    """
    lines = [f"# {title_of(made[HOME])}", "", f"> {summary(made[HOME])}"]
    for section, inside in {"Start": [HOME], **navigation(made)}.items():
        lines += ["", f"## {section}", "", *rows_of(inside, made)]
    return "\n".join([*lines, ""])


def rows_of(places: Iterable[str], made: Mapping[str, str]) -> list[str]:
    """Return a line for each page."""
    said = [(place, title_of(made[place]), summary(made[place])) for place in places]
    return [f"- [{title}]({place}){': ' * bool(what)}{what}" for place, title, what in said]


def summary(text: str) -> str:
    """Return the first sentence of a page's prose, its links as their texts."""
    prose = PART.sub(lambda part: "" if part["block"] else part["text"] or part[0], text)
    paragraphs = [" ".join(one.split()) for one in re.split(r"\n\s*\n", prose)]
    said = [one for one in paragraphs if one and not NO_PROSE.match(one)]
    first = SENTENCE.match(said[0]) if said else None
    return first[1] if first else ""
