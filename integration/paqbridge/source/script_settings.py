"""Settings from the running script element: ``data-site-id`` or ``?siteId=`` and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import each_own_setting
from paqbridge.native import is_dict, is_list, parsed

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def script_settings() -> dict[str, Untrusted]:
    """Return what the script element says; objects and lists are written as JSON."""
    settings: dict[str, Untrusted] = {}

    def take(text: Untrusted, name: str) -> None:
        table = parsed(text)
        if text:
            settings[name] = table if is_dict(table) or is_list(table) else text

    each_own_setting(take)
    return settings
