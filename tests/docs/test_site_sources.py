"""The site's pages as Markdown, before any generator: where they stand, and where they lead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import TOP, anchors_of, links_of
from website.links import relinked
from website.navigation import SECTIONS, NavigationError, navigation
from website.pages import assets, index_for_machines, site_pages, summary
from website.sources import HOME

MADE = site_pages()
AWAITED: set[str] = set()
"""Pages that are still to come."""

PLACES = {
    "README.md": "index.md",
    "docs/rules.md": "rules.md",
    "docs/decisions": "decisions/index.md",
    "docs/decisions/0001-language.md": "decisions/0001-language.md",
}
LINKS = [
    ("README.md", "[Rules](docs/rules.md#goals)", "[Rules](rules.md#goals)"),
    ("docs/rules.md", "[home](../README.md)", "[home](index.md)"),
    ("docs/rules.md", "[why](decisions)", "[why](decisions/index.md)"),
    ("docs/decisions/0001-language.md", "[x](../rules.md)", "[x](../rules.md)"),
    ("docs/rules.md", "[the case](../tests/a.json)", "the case (`tests/a.json`)"),
    ("docs/rules.md", "[`demo/a.py`](../demo/a.py)", "`demo/a.py`"),
    ("docs/rules.md", "[one](#here) [two](https://a.example/)", None),
    ("README.md", "`[no](docs/rules.md)`", None),
    ("README.md", "```js\n[no](docs/rules.md)\n```", None),
]


@pytest.mark.parametrize(("source", "text", "on_site"), LINKS)
def test_links_are_rewritten(source: str, text: str, on_site: str | None) -> None:
    """A link leads to its target's place; what is not on the site is named; code stays as it is."""
    assert relinked(text, source, PLACES) == (on_site or text)


def test_every_page_has_one_place_in_the_navigation() -> None:
    """No page can only be found by who knows that it is there."""
    found = [place for inside in navigation(MADE).values() for place in inside]
    assert sorted(found) == sorted(MADE.keys() - {HOME})


def test_a_page_without_a_place_is_named() -> None:
    """Who adds a page learns which file wants to know of it."""
    with pytest.raises(NavigationError, match=r"no section has new\.md: .*navigation\.py"):
        navigation([*MADE, "new.md"])


def test_no_place_is_left_without_a_page() -> None:
    """Who removes a page, or gives it another name, learns where the old one still stands."""
    named = {name for patterns in SECTIONS.values() for name in patterns if "*" not in name}
    assert named - MADE.keys() <= AWAITED


def test_an_install_page_is_found() -> None:
    """A page for one more ecosystem needs no line in the navigation."""
    assert "install-new.md" in navigation([*MADE, "install-new.md"])["Install"]
    assert next(iter(SECTIONS)) == "Install"


def test_links_lead_to_places(tmp_path: Path) -> None:
    """Each link of the plain Markdown leads to a page of the site, and to a heading there."""
    pictures = {**dict.fromkeys(assets().values(), ""), **MADE}
    for place, text in pictures.items():
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(text, "utf-8")
    dead = []
    for place in MADE:
        for link in links_of(tmp_path / place):
            to, _, anchor = link.partition("#")
            target = (tmp_path / place).parent / to if to else tmp_path / place
            if not target.is_file() or (anchor and anchor not in anchors_of(target)):
                dead.append((place, link))
    assert dead == []


def test_llms_txt_has_every_page() -> None:
    """Its form is that of llmstxt.org: a title, a quote, sections of links with what they say."""
    text = index_for_machines(MADE)
    assert text.startswith("# paqbridge\n\n> Your site speaks Segment's language")
    listed = re.findall(r"^- \[[^\n]+\]\(([\w./-]+\.md)\)(?:: .+[.:])?$", text, re.MULTILINE)
    assert sorted(listed) == sorted(MADE)
    assert len(re.findall(r"^- ", text, re.MULTILINE)) == len(MADE)


def test_a_summary_is_the_first_sentence_of_prose() -> None:
    """Not a table, a comment or a block."""
    before = "# Title\n\n<!-- a: b -->\n```js\nNo.\n```\n\n| a |\n|---|\n\n"
    assert summary(f"{before}See [`b`](c.md)\nhere. More.\n") == "See `b` here."


def test_no_page_names_a_file_that_is_not_there() -> None:
    """A path that took a link's place is the path from the top of the repository."""
    named = {name for text in MADE.values() for name in re.findall(r"\(`(tests/[\w./]+)`\)", text)}
    assert [name for name in named if not (TOP / name).exists()] == []
