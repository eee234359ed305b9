"""Putting ``analytics`` on the page, over the stub that a snippet left there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import CORE, FULL
from paqbridge.host import global_value, own_setting, set_global, warn
from paqbridge.native import adopt, call, guarded, is_list, parsed, read
from paqbridge.settings.full_only import FULL_ONLY

if TYPE_CHECKING:
    from paqbridge.types import Row


def install(analytics: Any, rows: list[Row]) -> None:
    """Make ``analytics`` the page's, load settings from the own script, replay the stub's calls.

    The stub stays the same object, so that references which the page took to it go on working. A
    second copy of the script, of whatever version, or another library under that name, is left
    alone.
    """
    stub = global_value("analytics")
    if stub is None:
        stub = []
    if not is_list(stub):
        warn("window.analytics is another library already", stub)
    elif read(stub, "VERSION") is None:
        replay = create_replay(analytics)
        analytics["push"] = guarded(replay)
        queued = [*stub, []]
        set_global("analytics", adopt(stub, analytics))
        settings = script_settings(rows)
        if settings["siteId"] or settings["serverUrl"]:
            analytics["load"](settings)
        for one in queued:
            replay(one)


def create_replay(analytics: Any) -> Any:
    """Return a function that makes one call which a stub has queued: a method's name, arguments.

    The methods are ours even where a snippet, run after this script, has put its own on the page.
    """
    methods = {**analytics}

    def replay(queued: Any) -> None:
        name = read(queued, "0")
        method = read(methods, name) if is_list(queued) and isinstance(name, str) else None
        if callable(method):
            call(method, queued[1:])

    return replay


def script_settings(rows: list[Row]) -> Any:
    """Read settings from the running script element: ``data-site-id`` or ``?siteId=`` and so on.

    Objects and lists are written as JSON.
    """
    settings: Any = {}
    if CORE:
        for name in FULL_ONLY.split(" "):
            settings[name] = own_setting(name)
    for row in rows:
        text = own_setting(row["name"])
        settings[row["name"]] = parsed(text) or text if is_table(row) else text
    return settings


def is_table(row: Row) -> bool:
    """Tell whether a setting is an object or a list."""
    return row["name"] == "goals" or (FULL and row.get("reader") is not None)
