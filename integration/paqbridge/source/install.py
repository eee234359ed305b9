"""Putting ``analytics`` on the page, over the stub that a snippet left there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.host import global_value, publish, warn
from paqbridge.native import adopt, call, guarded, is_list, read
from paqbridge.source.script_settings import script_settings

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Analytics


def install(analytics: Analytics) -> None:
    """Make ``analytics`` the page's, load settings from the own script, replay the stub's calls.

    The stub stays the same object, so that references which the page took to it go on working. A
    second copy of the script, of whatever version, or another library under that name, is left
    alone; on a server there is no place for it.
    """
    stub = global_value("analytics")
    if stub is None:
        stub = []
    if not is_list(stub):
        warn("window.analytics is another library", stub)
    elif read(stub, "VERSION") is None:
        replay = create_replay(analytics)
        analytics["push"] = guarded(replay)
        queued = [*stub, []]
        publish("analytics", adopt(stub, analytics))
        settings = script_settings()
        if settings is not None:
            # Named, since an attribute of another tool may be called as the destination is.
            replay(["load", {"Piwik": settings}])
        for one in queued:
            replay(one)


def create_replay(analytics: Analytics) -> Callable[[Untrusted], None]:
    """Return a function that makes one call which a stub has queued: a method's name, arguments.

    The methods are ours even where a snippet, run after this script, has put its own on the page.
    """
    methods = {**analytics}

    def replay(queued: Untrusted) -> None:
        name = read(queued, "0")
        if is_list(queued) and isinstance(name, str):
            method = read(methods, name)
            if callable(method):
                call(method, queued[1:])

    return replay
