"""One value of a visitor's that lasts: in memory, and where that is allowed in storage.

Names and formats are Segment's, so that visitors stay known when a site changes from one library to
the other: JSON, in a cookie, in local storage, or in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.host import has_page, item_of, local_storage, put_cookie, read_cookie
from paqbridge.native import guard, json_text, parsed, url_encoded
from paqbridge.source.top_domain import PROBE, top_domain
from paqbridge.storage.allowed import keep_text, may_store
from paqbridge.storage.erasing import erase

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Shelf


@final
class Kept:
    """A value under a name; what is stored goes before memory, since other tabs change it."""

    def __init__(self) -> None:
        self._name = ""
        self._shelf: Shelf | None = None
        self._storage: Untrusted = None
        self._current: Untrusted = None
        # What storage had when it was looked at last.
        self._cookie: str | None = None
        self._text: str | None = None
        # Whether what memory has was found there.
        self._is_found = False

    def place(self, name: str, shelf: Shelf | None, has_text: bool) -> None:
        """Be kept there from now on; what the page has said stays, what was found elsewhere goes.

        ``shelf`` says how its cookie is set, None that it has none.
        """
        if self._is_found:
            self._current = None
        self._name = name
        self._shelf = shelf
        self._storage = local_storage() if has_text else None
        self._cookie = None
        self._text = None

    def glance(self) -> Untrusted:
        """Return the value, where another tab may have changed it in local storage."""
        if self._storage and self._stored() == self._text:
            return self._current
        return self.value()

    def value(self) -> Untrusted:
        """Return the value, None where there is none."""
        cookie = read_cookie(self._name) if self._shelf else None
        text = self._stored()
        if cookie != self._cookie or text != self._text:
            self._take(cookie, text)
        return self._current

    def _take(self, cookie: str | None, text: str | None) -> None:
        """Take what has changed in storage; the cookie is looked at first, as Segment does."""
        told, noted = value_in(cookie), value_in(text)
        is_old = cookie == self._cookie
        self._current = (noted or told) if is_old else (told or noted)
        self._is_found = True
        self._cookie = cookie
        self._text = text
        if self._current is not None:
            self._write(json_text(self._current))

    def set(self, value: Untrusted) -> None:
        """Keep a value; None forgets it, here and wherever it is stored.

        On a server, where one module serves all visitors, nothing is kept.
        """
        self._is_found = False
        self._current = value if has_page() else None
        self._write(written_of(value))

    def leave(self) -> None:
        """Forget a value that memory alone has."""
        if not self._storage:
            self._current = None

    def save(self, is_allowed: bool) -> None:
        """Store the value after consent, or forget what is stored of it after a withdrawal."""
        if not is_allowed:
            self._write(None)
        elif self._current is not None:
            self._write(written_of(self._current))

    def _write(self, written: str | None) -> None:
        """Store the value where its copies are missing or differ."""
        if written is None:
            erase(self._name, "; path=/")
        if self._shelf:
            self._write_cookie(self._shelf, written)
            self._cookie = read_cookie(self._name)
        if self._storage and self._stored() != written:
            keep_text(self._name, written)
        self._text = self._stored()

    def _stored(self) -> str | None:
        """Return the text in local storage, None where it is not to be kept there."""
        return item_of(self._storage, self._name) if self._storage else None

    def _write_cookie(self, shelf: Shelf, written: str | None) -> None:
        if written is None:
            # Each path has its own cookies.
            erase(self._name, shelf["attributes"])
        elif may_store() and read_cookie(self._name) != written:
            domain = domain_of(shelf["domain"])
            place = shelf["attributes"] + ("; domain=" + domain if domain else "")
            put_cookie(f"{self._name}={url_encoded(written)}", shelf["life"], place)


def written_of(value: Untrusted) -> str | None:
    """Return the text to store of a value; None of what JSON cannot say, as what holds itself."""
    return None if value is None else guard(lambda: json_text(value))


def domain_of(wanted: str | None) -> str:
    """Return the domain of a cookie: the one that is asked for, where it can be had, or the top."""
    if wanted:
        return wanted if takes_cookies(wanted) else ""
    return top_domain(takes_cookies)


def takes_cookies(domain: str) -> bool:
    """Tell whether a page can set cookies for a domain, by setting one."""
    place = "; path=/; domain=" + domain
    put_cookie(PROBE + "=1", "9", place)
    is_taken = read_cookie(PROBE) is not None
    put_cookie(PROBE + "=", "0", place)
    return is_taken


def value_in(written: str | None) -> Untrusted:
    """Return what a stored text holds: a text in quotes or without, or a plain object.

    Only what begins as JSON is read as such: an id such as ``1e3`` is no number.
    """
    if written is None or written == "null" or written == "":
        return None
    if written[0] == '"':
        value = parsed(written)
        return value if isinstance(value, str) and value != "" else None
    if written[0] == "{":
        return parsed(written)
    return written
