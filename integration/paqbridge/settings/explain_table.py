"""The settings that only the build which explains has, in the form of ``settings/table.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.settings.patterns import FLAG

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

EXPLAIN_SETTINGS: list[Row] = [
    {
        "name": "debug",
        "expected": "true or false",
        "pattern": FLAG,
        "default": False,
        "about": "Tell the console of each call: what was sent, what was left out, and why.",
    },
]
