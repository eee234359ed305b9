"""The commands that set the tracker up, before all others."""

from __future__ import annotations

from typing import Any

from paqbridge.deliver.consent import REQUIRED
from paqbridge.flags import FULL
from paqbridge.native import is_list

BEFORE = (
    ("disableCookies", "disableCookies", False),
    ("cookieDomain", "setCookieDomain", True),
    ("cookiePath", "setCookiePath", True),
    ("secureCookie", "setSecureCookie", True),
    ("cookieSameSite", "setCookieSameSite", True),
)
"""Settings that come before the site: name, command, whether the value is its argument."""

AFTER = (
    ("doNotTrack", "setDoNotTrack", True),
    ("domains", "setDomains", True),
    ("crossDomain", "enableCrossDomainLinking", False),
    ("heartBeat", "enableHeartBeatTimer", True),
)
"""Settings that come after the site."""

OVERRIDES = {".php": "trackerUrl", ".js": "scriptUrl"}


def opening(settings: Any) -> list[Any]:
    """Return the commands, in this order: consent and cookies, site, the rest, links."""
    endpoint = address(settings, ".php")
    commands = [["setSiteId", settings["siteId"]], ["setTrackerUrl", endpoint]]
    if FULL:
        required = REQUIRED.get(settings.get("consent"))
        first = [[required]] if required else []
        commands = [
            *first,
            *commands_of(BEFORE, settings),
            *commands,
            *commands_of(AFTER, settings),
        ]
    if settings["linkTracking"]:
        commands.append(["enableLinkTracking"])
    return commands


def commands_of(table: Any, settings: Any) -> list[Any]:
    """Return the commands of those settings that are not the tracker's own."""
    commands: list[Any] = []
    for name, command, has_value in table:
        value = settings.get(name)
        is_empty = is_list(value) and len(value) == 0
        if value and not is_empty:
            commands.append([command, value] if has_value else [command])
    return commands


def address(settings: Any, end: str) -> Any:
    """Return the URL of Matomo's endpoint (``.php``) or script (``.js``)."""
    if FULL and settings.get(OVERRIDES[end]):
        return settings[OVERRIDES[end]]
    return settings["serverUrl"] + "/" + settings["trackerFile"].lower() + end
