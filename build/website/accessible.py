"""What Sphinx's and Furo's HTML lacks for assistive technology, and for the keyboard."""

from __future__ import annotations

from pathlib import Path

LACKING = {
    # What scrolls sideways can be scrolled with the keys.
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    'class="caption" role="heading"': 'class="caption" role="heading" aria-level="2"',
    '<aside class="sidebar-drawer"': '<aside class="sidebar-drawer" aria-label="Pages"',
    '<div id="search-results">': '<h1>Search</h1>\n<div id="search-results">',
}
"""Markup -> whole markup; that nothing else is missing, tests/docs/test_site.py asks axe-core."""


def complete(html: Path) -> None:
    """Add it to every page of a folder."""
    for page in html.rglob("*.html"):
        text = page.read_text("utf-8")
        for lacking, whole in LACKING.items():
            text = text.replace(lacking, whole)
        page.write_text(text, "utf-8")
