"""Putting ``analytics`` on the page, over the stub that a snippet left there."""

from __future__ import annotations

from typing import Any

from paqbridge.host import each_own_setting, global_value, set_global, warn
from paqbridge.native import adopt, call, guarded, is_dict, is_list, parsed, read


def install(analytics: Any) -> None:
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
        settings = script_settings()
        if settings.get("siteId") or settings.get("serverUrl"):
            # Named, since an attribute of another tool may be called as the destination is.
            analytics["load"]({"Piwik": settings})
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


def script_settings() -> Any:
    """Read settings from the running script element: ``data-site-id`` or ``?siteId=`` and so on.

    Objects and lists are written as JSON.
    """
    settings: Any = {}

    def take(text: Any, name: str) -> None:
        table = parsed(text)
        if text:
            settings[name] = table if is_dict(table) or is_list(table) else text

    each_own_setting(take)
    return settings
