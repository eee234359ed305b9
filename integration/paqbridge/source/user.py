"""Who the visitor is: kept where Segment keeps it, and touched only when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast, final

from paqbridge.host import read_cookie, read_storage
from paqbridge.native import json_text, parsed, text
from paqbridge.read.values import NAME_LIMIT
from paqbridge.source.top_domain import PROBE, top_domain

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

    Id = str | int | float

KEY = "ajs_user_id"
"""Segment's name for the user id, as cookie and in local storage; the value is JSON."""


@final
class KeptUser:
    """The user id; ``write_cookie`` and ``write_text`` store it, where that is allowed."""

    def __init__(
        self,
        write_cookie: Callable[[str, str | None, str], None],
        write_text: Callable[[str, str | None], None],
    ) -> None:
        self._write_cookie = write_cookie
        self._write_text = write_text
        self._current: Id | None = None
        # The id that was there at first.
        self._left: Id | None = None
        # What storage had when it was looked at last.
        self._kept: str | None = None
        self._is_read = False

    def id(self, value: Untrusted = None) -> Id | None:
        """Return the id, after taking ``value`` where that can be one.

        Another tab may have changed what is stored: that goes before memory.
        """
        self._look()
        if is_usable(value):
            # No longer than Matomo keeps it: cookies are small.
            identity = text(value, NAME_LIMIT) if isinstance(value, str) else cast("Id", value)
            if identity != self._current:
                self._current = identity
                self._keep(json_text(identity))
        return self._current

    def remembered(self) -> Id | None:
        """Return the id that an earlier page has left."""
        self._look()
        return self._left

    def reset(self) -> None:
        """Forget the id."""
        self._look()
        self._current = None
        self._keep(None)

    def _look(self) -> None:
        """Read what is stored: the cookie at first, the text, which is quick to read, each time."""
        kept = read_storage(KEY)
        if not self._is_read:
            self._is_read = True
            self._current = stored(read_cookie(KEY)) or stored(kept)
            self._left = self._current
        elif kept != self._kept:
            self._current = stored(kept)
        self._kept = kept

    def _keep(self, written: str | None) -> None:
        """Store the id's JSON on the highest domain that takes cookies; None forgets it."""
        self._write_cookie(KEY, written, top_domain(self._takes_cookies))
        self._write_text(KEY, written)
        self._kept = read_storage(KEY)

    def _takes_cookies(self, domain: str) -> bool:
        """Tell whether a page can set cookies for a domain, by setting one."""
        self._write_cookie(PROBE, "1", domain)
        is_taken = read_cookie(PROBE) is not None
        self._write_cookie(PROBE, None, domain)
        return is_taken


def is_usable(value: Untrusted) -> bool:
    """Tell whether a value can be a user id: a text that is not blank, or a number but 0."""
    return not isinstance(value, bool) and text(value or None, NAME_LIMIT) is not None


def stored(written: str | None) -> Id | None:
    """Return the id that a stored text holds; Segment's newer library writes it without quotes."""
    if written is None:
        return None
    value = parsed(written)
    if value is None and written != "null":
        value = written
    return cast("Id", value) if is_usable(value) else None
