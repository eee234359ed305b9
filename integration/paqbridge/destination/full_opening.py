"""What a full build says before all other commands: consent and cookies, site, the rest, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.commands.versions import without_lacking
from paqbridge.destination.consent_states import command_of
from paqbridge.destination.opening import address, links, site
from paqbridge.native import is_list, read

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.settings import FullSettings, Settings

BEFORE = (
    ("disableCookies", "disableCookies", False),
    ("cookieDomain", "setCookieDomain", True),
    ("cookiePath", "setCookiePath", True),
    ("secureCookie", "setSecureCookie", True),
    ("cookieSameSite", "setCookieSameSite", True),
)
"""Settings that come before the site: name, command, whether the value is its argument."""

AFTER = (
    ("domains", "setDomains", True),
    ("crossDomain", "enableCrossDomainLinking", False),
    ("heartBeat", "enableHeartBeatTimer", True),
)
"""Settings that come after the site."""


def full_opening(given: Settings) -> list[Command]:
    """Return the commands of the settings that are not the tracker's own, in their order."""
    settings = cast("FullSettings", given)
    mode = settings["consent"]
    commands = [
        *([[command_of(mode, "pending")]] if mode in ("cookies", "tracking") else []),
        *commands_of(BEFORE, settings),
        *site(settings, endpoint(settings)),
        *([] if settings["performanceTracking"] else [["disablePerformanceTracking"]]),
        *([["setDoNotTrack", True]] if settings["doNotTrack"] in (True, "dnt") else []),
        *commands_of(AFTER, settings),
        *links(settings),
    ]
    return without_lacking(commands, settings["matomoVersion"])


def commands_of(table: tuple[tuple[str, str, bool], ...], settings: FullSettings) -> list[Command]:
    """Return the commands of those settings that are not the tracker's own."""
    commands: list[Command] = []
    for name, command, has_value in table:
        value = read(settings, name)
        is_empty = is_list(value) and len(value) == 0
        if value and not is_empty:
            commands.append([command, value] if has_value else [command])
    return commands


def endpoint(settings: FullSettings) -> str:
    """Return the URL that hits go to."""
    return settings["trackerUrl"] or address(settings, ".php")


def full_source(given: Settings) -> str:
    """Return the URL of the script."""
    settings = cast("FullSettings", given)
    return settings["scriptUrl"] or address(settings, ".js")
