"""The settings of the core builds, in the form of ``settings/table.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.settings.patterns import NONE
from paqbridge.settings.table import SETTINGS

if TYPE_CHECKING:
    from paqbridge.types import Row

CORE_SETTINGS: list[Row] = [
    *SETTINGS,
    {
        "name": "consent",
        "expected": "a full build",
        "pattern": NONE,
        "default": "none",
        "about": "Only a full build waits for consent.",
    },
]
"""Of what only a full build can, this is the one that must not be ignored without a word."""
