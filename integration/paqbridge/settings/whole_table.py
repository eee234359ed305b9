"""The settings of the full standalone, in the form of ``settings/lean_table.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.settings.full_table import FULL_SETTINGS
from paqbridge.settings.kinds import any_line, flag

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

MORE_SETTINGS: list[Row] = [
    {
        "name": "settingsUrl",
        "kind": any_line,
        "default": "",
        "build": "full",
        "group": "Essentials",
        "about": (
            "URL of a document with more settings, which the standalone fetches before it starts."
        ),
    },
    {
        "name": "htmlEvents",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Events",
        "about": (
            "Track links, buttons and forms that say so in HTML: `data-analytics-event`, and "
            "`data-analytics-` before the name of a property. Of the standalone."
        ),
    },
    {
        "name": "persistTraits",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Visitors",
        "about": (
            "Keep traits in local storage, as Segment does; else they are forgotten with the "
            "page. Of the standalone."
        ),
    },
    {
        "name": "queryString",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Visitors",
        "about": (
            "Make the calls that `ajs_uid`, `ajs_aid` and `ajs_event` in the page's URL ask for: "
            "any link can then say who the visitor is. Of the standalone."
        ),
    },
    {
        "name": "autoPages",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Pages",
        "about": "Call `page()` whenever the page's address changes. Of the standalone.",
    },
]

WHOLE_SETTINGS: list[Row] = [*FULL_SETTINGS, *MORE_SETTINGS]
