"""What a page's markup says, read back from the page: for the tests of sites."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import NamedTuple

from paqbridge.web.literal import Plain

LOAD = "analytics.load("
NEXT = re.compile(r"\);analytics\.(reset|identify|page)\(")
"""A call's end and the next one's begin, looked for only there: a user id may look like one."""


class Found(NamedTuple):
    """The markup of a page; ``user_id`` is None where nothing is said, False where signed out."""

    settings: dict[str, Plain]
    user_id: str | bool | None
    nonce: str | None
    src: str
    is_page_view: bool


class Scripts(HTMLParser):
    """Gathers the script elements of a page: attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[dict[str, str | None], str]] = []
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        self._is_open = tag == "script"
        if self._is_open:
            self.found.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        """Take the text of the element that is open."""
        if self._is_open:
            attributes, text = self.found[-1]
            self.found[-1] = (attributes, text + data)

    def handle_endtag(self, tag: str) -> None:
        """End the element."""
        self._is_open = False


def found_in(html: str) -> Found | None:
    """Return what our markup in a page says, or None where the page tracks nothing."""
    parser = Scripts()
    parser.feed(html)
    for index, (attributes, code) in enumerate(parser.found):
        _, is_ours, calls = code.partition(LOAD)
        if is_ours and index + 1 < len(parser.found):
            src = parser.found[index + 1][0].get("src") or ""
            return said(calls, attributes.get("nonce"), src)
    return None


def said(calls: str, nonce: str | None, src: str) -> Found:
    """Return what the calls behind ``analytics.load(`` say."""
    decode = json.JSONDecoder().raw_decode
    text = calls.replace('["__proto__"]:', '"__proto__":')
    settings, end = decode(text)
    user_id: str | bool | None = None
    is_page_view = False
    while call := NEXT.match(text, end):
        name, end = call[1], call.end()
        if name == "identify":
            user_id, end = decode(text, end)
        user_id = False if name == "reset" else user_id
        is_page_view = is_page_view or name == "page"
    return Found(settings, user_id, nonce, src, is_page_view)
