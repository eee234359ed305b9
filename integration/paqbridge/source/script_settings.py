"""Settings from the running script element: ``data-site-id`` or ``?siteId=`` and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import own_setting
from paqbridge.native import parsed

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Row


def script_settings(rows: list[Row]) -> dict[str, Untrusted]:
    """Return what the script element says of the settings in ``rows``.

    Objects and lists are written as JSON.
    """
    settings: dict[str, Untrusted] = {}
    for row in rows:
        text = own_setting(row["name"])
        settings[row["name"]] = parsed(text) or text if is_table(row) else text
    return settings


def is_table(row: Row) -> bool:
    """Tell whether a setting is an object or a list."""
    return row["name"] == "goals" or row.get("reader") is not None
