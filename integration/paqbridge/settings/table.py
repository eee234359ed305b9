"""The settings, one row each: the source of validation, documentation and types.

Names are Segment's where Segment has one. A value must match its row's pattern; ``goals``, which
is no single value, has a reader of its own. A row without a default is required. ``about`` is
documentation, which bundles leave out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.settings.patterns import (
    ANY,
    FLAG,
    NOTHING,
    SERVER_URL,
    SITE_ID,
    TRACKER_FILE,
    WHOLE_NUMBER,
)

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

SETTINGS: list[Row] = [
    {
        "name": "siteId",
        "expected": "digits or letters",
        "pattern": SITE_ID,
        "about": "Matomo's site id. Required.",
    },
    {
        "name": "serverUrl",
        "expected": "an http(s) URL",
        "pattern": SERVER_URL,
        "about": "The base URL of Matomo, also called `url`. Required.",
    },
    {
        "name": "customVariableLimit",
        "expected": "a whole number",
        "pattern": WHOLE_NUMBER,
        "default": 5,
        "about": "The highest custom-variable index that is sent.",
    },
    {
        "name": "goals",
        "expected": "goal ids by event name",
        "pattern": NOTHING,
        "default": {},
        "about": (
            "Event name -> goal id or list of ids; also `[{key, value}]`. "
            "Names are compared without case, spaces and punctuation."
        ),
    },
    {
        "name": "trackerFile",
        "expected": "piwik or matomo",
        "pattern": TRACKER_FILE,
        "default": "piwik",
        "about": "Whether the server's files are `piwik.php` and `.js`, or `matomo.php` and `.js`.",
    },
    {
        "name": "loadScript",
        "expected": "true or false",
        "pattern": FLAG,
        "default": True,
        "about": "Set to false where the page already carries Matomo's own snippet.",
    },
    {
        "name": "linkTracking",
        "expected": "true or false",
        "pattern": FLAG,
        "default": True,
        "about": "Whether Matomo records outbound links and downloads.",
    },
    {
        "name": "nonce",
        "expected": "a text",
        "pattern": ANY,
        "default": "",
        "about": "The content security policy's nonce, for the script element.",
    },
    {
        "name": "timeout",
        "expected": "a whole number",
        "pattern": WHOLE_NUMBER,
        "default": 5000,
        "about": "Milliseconds until a tracker that has not arrived counts as blocked.",
    },
]
