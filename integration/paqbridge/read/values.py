"""What a text slot of a command may hold, and a number slot in a full build.

Matomo writes ``null`` as "null" and stops altogether at a lone surrogate, so a value that does not
fit its slot counts as not given (measured on Matomo 5.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import figures, fitting, in_json, number, text

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Number

TEXT_LIMIT = 4096
"""Longer event texts make Matomo reject the whole request (UTF-16 units)."""

LINE_LIMIT = 1024
"""Titles and searched words are cut here by Matomo itself, in bytes; where that splits a letter, it
rejects the whole request."""

NAME_LIMIT = 200
"""User ids and custom variables are cut here by Matomo itself (UTF-16 units)."""

ORDER_LIMIT = 100
"""So are the ids of orders."""

PRODUCT_LIMIT = 300
"""So are ids, names and categories of products."""

CATEGORY_LIMIT = 5
"""Matomo records so many categories of a product."""


def event_text(value: Untrusted, limit: int) -> str | None:
    """Return the text for a slot of so many characters: no more than fit once it is escaped.

    A date, a URL, a decimal of a library's counts as its text in JSON, as it does where a host or
    a wait for consent makes JSON of the call.
    """
    written = text(in_json(value), limit)
    return text(fitting(written, limit, False), limit) if written else None


def line(value: Untrusted, limit: int) -> str | None:
    """Return the text for a slot that Matomo cuts at so many bytes."""
    written = text(in_json(value), limit)
    return fitting(written, limit, True) if written else None


def known(written: str | None) -> str | None:
    """Return an id or a searched word; None for "0", which Matomo takes for none at all."""
    return None if written == "0" else written


def money(value: Untrusted) -> Number | None:
    """Return a finite number, or None: what ``number`` reads, and what other locales write."""
    said = in_json(value)
    return number(figures(said) if isinstance(said, str) else said)
