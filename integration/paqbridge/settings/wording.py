"""What a bundle for visitors says of a setting that is wrong: which one, and where to read on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paqbridge.types.settings import Named

DOCS = "docs/settings.md"
"""Where people read what a setting must look like."""


def short(row: Named, at: str) -> str:
    """Return the words for a setting, or for its entry ``at``: empty, or a dot and a key."""
    return row["name"] + at + ": see " + DOCS
