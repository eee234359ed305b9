"""Python's values as a page would get them: the form of JSON, in copies of our own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from paqbridge.web.literal import plain_text

DEPTH = 50
"""Deeper than this nothing of Matomo's or Segment's goes; what holds itself ends here."""


def plain(value: object, depth: int = 0) -> object:
    """Return a value as JSON's encoders in web frameworks would write it, never the caller's own.

    Money and ids (``Decimal``, ``UUID``) are texts there, dates are in ISO form. What JSON cannot
    say stays what it is: the mapping leaves it out, and says so.
    """
    if depth > DEPTH:
        return None
    if isinstance(value, Mapping):
        return {key_of(key): plain(one, depth + 1) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one, depth + 1) for one in value]
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, str):
        return plain_text(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def key_of(key: object) -> str:
    """Return the text that a key is."""
    return plain_text(key) if isinstance(key, str) else str(key)
