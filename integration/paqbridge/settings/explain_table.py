"""The settings of the build that explains, in the form of ``settings/lean_table.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.settings.kinds import flag
from paqbridge.settings.whole_table import WHOLE_SETTINGS

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

EXPLAIN_SETTINGS: list[Row] = [
    *WHOLE_SETTINGS,
    {
        "name": "debug",
        "kind": flag,
        "default": False,
        "build": "explain",
        "group": "Finding out",
        "about": "Tell the console of each call: what was sent, what was left out, and why.",
    },
]
