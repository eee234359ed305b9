"""The settings that every build has, one row each.

Validation, documentation, TypeScript, JSON schema and forms all follow from the rows. Names are
Segment's where Segment has one.

``kind`` reads a value (``settings/kinds.py``) and has its words, TypeScript and schema in tables of
``explain/wording.py`` and ``build/declare/``; ``words`` are those that the kind ``one_of`` takes. A
row without a ``default`` is required. The rest is documentation, which bundles leave out:
``alias``, another name that ``settings/validate.py`` knows, ``build``, the smallest that has the
setting, ``group``, where a form shows it, ``about``, and ``typescript``, if the kind's is too wide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.settings.goals import goal_table
from paqbridge.settings.kinds import any_line, base_url, flag, matomo_file, site_id, whole_number

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

LEAN_SETTINGS: list[Row] = [
    {
        "name": "siteId",
        "kind": site_id,
        "build": "lean",
        "group": "Essentials",
        "about": "Matomo's site id. Required.",
    },
    {
        "name": "serverUrl",
        "kind": base_url,
        "alias": "url",
        "build": "lean",
        "group": "Essentials",
        "about": "The base URL of Matomo, also called `url`. Required.",
    },
    {
        "name": "customVariableLimit",
        "kind": whole_number,
        "default": 5,
        "build": "lean",
        "group": "Essentials",
        "about": "The highest custom-variable index that is sent.",
    },
    {
        "name": "goals",
        "kind": goal_table,
        "default": {},
        "build": "lean",
        "group": "Essentials",
        "about": (
            "Event name -> goal id or list of ids; also `[{key, value}]`. "
            "Names are compared without case, spaces and punctuation."
        ),
    },
    {
        "name": "trackerFile",
        "kind": matomo_file,
        "default": "piwik",
        "build": "lean",
        "group": "Files of Matomo",
        "about": "Whether the server's files are `piwik.php` and `.js`, or `matomo.php` and `.js`.",
    },
    {
        "name": "loadScript",
        "kind": flag,
        "default": True,
        "build": "lean",
        "group": "Files of Matomo",
        "about": "Set to false where the page already carries Matomo's own snippet.",
    },
    {
        "name": "linkTracking",
        "kind": flag,
        "default": True,
        "build": "lean",
        "group": "Links, content, time",
        "about": "Whether Matomo records outbound links and downloads.",
    },
    {
        "name": "nonce",
        "kind": any_line,
        "default": "",
        "build": "lean",
        "group": "Files of Matomo",
        "about": "The content security policy's nonce, for the script element.",
    },
    {
        "name": "timeout",
        "kind": whole_number,
        "default": 5000,
        "build": "lean",
        "group": "Files of Matomo",
        "about": "Milliseconds until a tracker that has not arrived counts as blocked.",
    },
    {
        "name": "rememberUser",
        "kind": flag,
        "default": True,
        "build": "lean",
        "group": "Visitors",
        "about": "Tell Matomo a known user on each page, before its first request.",
    },
]
