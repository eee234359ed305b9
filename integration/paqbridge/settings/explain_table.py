"""The settings of the build that explains, in the form of ``settings/lean_table.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.settings.full_table import FULL_SETTINGS
from paqbridge.settings.kinds import flag

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

EXPLAIN_SETTINGS: list[Row] = [
    *FULL_SETTINGS,
    {
        "name": "debug",
        "kind": flag,
        "default": False,
        "build": "explain",
        "group": "Finding out",
        "about": "Tell the console of each call: what was sent, what was left out, and why.",
    },
]
