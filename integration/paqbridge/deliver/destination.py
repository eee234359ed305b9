"""The destination: an event goes in, its commands go out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.deliver.queue import deliver
from paqbridge.deliver.site import complain
from paqbridge.host import remove

if TYPE_CHECKING:
    from paqbridge.types import Event, Mapping, Site


def start(site: Site, outcome: Callable[[], None]) -> None:
    """Send the commands that come before all others, as Segment's integration does.

    ``outcome`` is called when the tracker is live or counts as blocked, perhaps more than once.
    """
    settings: Any = site["settings"]
    site["outcome"] = outcome
    commands = [
        ["setSiteId", settings["siteId"]],
        ["setTrackerUrl", f"{settings['serverUrl']}/{settings['trackerFile']}.php"],
    ]
    if settings["linkTracking"]:
        commands.append(["enableLinkTracking"])
    deliver(site, commands)


def send(site: Site, event: Event, mapping: Mapping) -> None:
    """Deliver one event, unless the destination is not at work."""
    if site["outcome"] is not None and site["settings"] is not None:
        commands, state, notes = mapping(event, site["settings"], site["state"])
        site["state"] = state
        deliver(site, commands)
        for note in notes:
            if note["level"] == "warn":
                complain(site, note["text"], note["received"])


def stop(site: Site) -> None:
    """Take the script off the page; the site is at work no more."""
    site["outcome"] = None
    remove(site["script"])
