"""The commands that come before all others, as Segment's own integration pushes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.settings import Settings


def opening(settings: Settings) -> list[Command]:
    """Return site, endpoint, links."""
    return [*site(settings, address(settings, ".php")), *links(settings)]


def site(settings: Settings, endpoint: str) -> list[Command]:
    """Return which site the calls are about, and where to."""
    return [["setSiteId", settings["siteId"]], ["setTrackerUrl", endpoint]]


def links(settings: Settings) -> list[Command]:
    """Return the command for outbound links and downloads."""
    return [["enableLinkTracking"]] if settings["linkTracking"] else []


def address(settings: Settings, end: str) -> str:
    """Return the URL of Matomo's endpoint (``.php``) or script (``.js``)."""
    return settings["serverUrl"] + "/" + settings["trackerFile"].lower() + end


def source(settings: Settings) -> str:
    """Return the URL of Matomo's script."""
    return address(settings, ".js")
