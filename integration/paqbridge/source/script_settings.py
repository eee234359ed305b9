"""Settings from our own script element: ``data-site-id`` or ``?siteId=`` and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import each_script, each_setting_of, is_running
from paqbridge.native import is_table, parsed

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def script_settings() -> dict[str, Untrusted] | None:
    """Return what our element says; None where none says for which site, or to which server.

    Ours is the running one. A module has no such, and a library that fetches a script to run its
    text has another: then ours is the one that says both, since other tools have site ids, too.
    """
    found: dict[str, Untrusted] | None = None

    def look(script: Untrusted, index: str) -> None:
        nonlocal found
        settings = said_by(script)
        site, server = settings.get("siteId"), settings.get("serverUrl")
        is_ours = (site and server) or ((site or server) and is_running(script))
        if is_ours and found is None:
            found = settings

    each_script(look)
    return found


def said_by(script: Untrusted) -> dict[str, Untrusted]:
    """Return what a script element says; objects and lists are written as JSON."""
    settings: dict[str, Untrusted] = {}

    def take(text: Untrusted, name: str) -> None:
        if text:
            settings[name] = (is_table(text) and parsed(text)) or text

    each_setting_of(script, take)
    return settings
