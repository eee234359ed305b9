"""What a text slot of a command may hold.

Matomo writes ``null`` as "null" and stops altogether at a lone surrogate, so a value that does not
fit its slot counts as not given (measured on Matomo 5.1).
"""

from __future__ import annotations

from typing import Any

from paqbridge.native import any_text, trimmed

TEXT_LIMIT = 4096
"""Longer event texts make Matomo reject the whole request (UTF-16 units)."""

NAME_LIMIT = 200
"""User ids and custom variables are cut here by Matomo itself (UTF-16 units)."""

CATEGORY_LIMIT = 5
"""Matomo records so many categories of a product."""


def text(value: Any, limit: int) -> str | None:
    """Return the text for a slot, numbers and booleans written out; None where it is blank.

    None too for every other kind of value.
    """
    written = any_text(value, limit)
    return written if written and trimmed(written) else None
