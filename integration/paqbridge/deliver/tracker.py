"""Matomo's script: fetched once, and given up on after a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.deliver.queue import go_live
from paqbridge.deliver.site import complain
from paqbridge.host import inject_script, is_live, later

if TYPE_CHECKING:
    from paqbridge.types import Site

POLL = 50
"""Milliseconds between two looks for a tracker that the page itself loads."""


def load(site: Site) -> Any:
    """Fetch the script, or look out for the page's own; return the script element."""
    settings: Any = site["settings"]
    later(lambda: settle(site, site["live"]), settings["timeout"])
    if settings["loadScript"]:
        site["script"] = inject_script(
            f"{settings['serverUrl']}/{settings['trackerFile']}.js",
            settings["nonce"],
            lambda: arrive(site),
            lambda: settle(site, False),
        )
    else:
        look(site)
    return site["script"]


def arrive(site: Site) -> None:
    """Go on when the script has run; one that did not take the queue over is no tracker."""
    settle(site, True)
    if not is_live():
        settle(site, False)


def look(site: Site) -> None:
    """Look for the page's own tracker until it is there."""
    if is_live():
        settle(site, True)
    elif site["outcome"] is not None:
        later(lambda: look(site), POLL)


def settle(site: Site, is_tracker: bool) -> None:
    """Count the tracker as live or as blocked, and let the host be ready in either case.

    A host must not wait for a tracker that may never come; a late one is still welcome.
    """
    outcome = site["outcome"]
    if outcome is not None:
        if is_tracker:
            go_live(site)
        else:
            site["blocked"] = True
            complain(site, "Matomo's script is blocked or broken", site["script"])
        outcome()
