"""What older trackers lack: calling an absent method would stop Matomo for the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.native import any_text, whole

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Mapped, Mapping, State
    from paqbridge.types.event import Event
    from paqbridge.types.settings import FullSettings, Settings

SINCE = {
    "enableCrossDomainLinking": 301,
    "setSecureCookie": 303,
    "resetUserId": 304,
    "forgetConsentGiven": 305,
    "rememberConsentGiven": 305,
    "requireConsent": 305,
    "setConsentGiven": 305,
    "clearEcommerceCart": 306,
    "removeEcommerceItem": 306,
    "forgetCookieConsentGiven": 314,
    "rememberCookieConsentGiven": 314,
    "requireCookieConsent": 314,
    "setCookieConsentGiven": 314,
    "setCookieSameSite": 400,
}
"""Command name -> the version that brought it, as major * 100 + minor: the first release whose
tracker has it (Matomo's changelog tells of ``setSecureCookie`` two releases too early; what came
with a patch release counts from the next minor one on)."""


def lacks(version: str, name: str) -> bool:
    """Tell whether the tracker of a Matomo such as ``"3.14"`` has no command of that name."""
    since = SINCE.get(name)
    return since is not None and order_of(version) < since


def order_of(version: str) -> int:
    """Return a number that sorts versions; a major version alone is its first release."""
    parts = [*(any_text(version, 9) or "5").split("."), "0"]
    return whole(parts[0]) * 100 + whole(parts[1])


def without_lacking(commands: list[Command], version: str) -> list[Command]:
    """Return the commands that the tracker of such a Matomo has; since 4.0 it has them all."""
    if version >= "4":
        return commands
    return [command for command in commands if not lacks(version, command[0])]


def for_version(mapping: Mapping) -> Mapping:
    """Return ``mapping`` without the commands that the setting ``matomoVersion`` lacks."""

    def run(event: Event, settings: Settings, state: State) -> Mapped:
        commands, after, notes = mapping(event, settings, state)
        version = cast("FullSettings", settings)["matomoVersion"]
        return without_lacking(commands, version), after, notes

    return run
