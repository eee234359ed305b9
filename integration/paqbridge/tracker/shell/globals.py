"""What ``Matomo`` has besides, for plugins and tools that were written for ``matomo.js``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.host import global_value, hear, page, run, set_global

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.tracker import Run


def extend(matomo: dict[str, Untrusted], run_command: Run) -> None:
    """Give the object on the page its helpers, and its oldest name."""

    def is_visible(node: Untrusted) -> None:
        """Say, once, that this cannot be told."""
        run_command(["isNodeVisible"])

    matomo["JSON"] = page.JSON
    matomo["DOM"] = {
        "addEventListener": listen,
        "onLoad": lambda callback: once(page, "load", callback),
        "onReady": lambda callback: once(page.document, "DOMContentLoaded", callback),
        "isNodeVisible": is_visible,
        "isOrWasNodeVisible": is_visible,
    }
    if global_value("AnalyticsTracker") is None:
        set_global("AnalyticsTracker", matomo)


def listen(target: Untrusted, name: str, callback: Guarded, is_first: Untrusted) -> None:
    """Hear of an element's events."""
    element: Any = target
    element.addEventListener(name, callback, not not is_first)


def once(target: Untrusted, name: str, callback: Guarded) -> None:
    """Run a callback when the page has come so far, or now, if it has."""
    state = page.document.readyState
    if state == "complete" or (state != "loading" and name != "load"):
        run(callback)
    else:
        hear(target, name, lambda event: run(callback))
