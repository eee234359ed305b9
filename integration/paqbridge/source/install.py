"""Putting ``analytics`` on the page, over the stub that a snippet left there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import VERSION
from paqbridge.guard import guarded
from paqbridge.host import adopt, global_value, own_script, script_text, set_global, warn
from paqbridge.native import call, copied, is_list, parsed, read

if TYPE_CHECKING:
    from paqbridge.types import Row


def install(analytics: Any, rows: list[Row]) -> None:
    """Make ``analytics`` the page's, load settings from the own script, replay the stub's calls.

    The stub stays the same object, so that references which the page took to it go on working. A
    second copy of the script, or another library under that name, is left alone.
    """
    stub = global_value("analytics")
    if read(stub, "VERSION") == VERSION:
        return
    if stub is not None and not is_list(stub):
        warn("window.analytics is another library already", None)
        return
    calls: Any = [] if stub is None else copied(stub)
    analytics["push"] = guarded(lambda queued: replay(analytics, queued))
    set_global("analytics", analytics if stub is None else adopt(stub, analytics))
    settings = script_settings(rows)
    if settings is not None:
        analytics["load"](settings)
    for queued in calls:
        replay(analytics, queued)


def replay(analytics: Any, queued: Any) -> None:
    """Make one call that a stub has queued as a list of a method's name and its arguments."""
    method = read(queued, "0")
    if is_list(queued) and isinstance(method, str) and callable(read(analytics, method)):
        call(analytics, method, queued[1:])


def script_settings(rows: list[Row]) -> Any:
    """Read settings from the running script element: ``data-site-id`` or ``?siteId=`` and so on.

    None where it names neither a site nor a server. Objects and lists are written as JSON.
    """
    script = own_script()
    if script is None:
        return None
    settings: Any = {}
    for row in rows:
        name = row["name"]
        text = script_text(script, name)
        if text is not None:
            settings[name] = parsed(text) if name == "goals" else text
    is_given = settings.get("siteId") is not None or settings.get("serverUrl") is not None
    return settings if is_given else None

