"""What older trackers lack: calling an absent method would stop Matomo for the whole page."""

from __future__ import annotations

from typing import Any

from paqbridge.native import any_text, read, whole

SINCE: Any = {
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


def lacks(version: Any, name: str) -> bool:
    """Tell whether the tracker of a Matomo such as ``"3.14"`` has no command of that name."""
    since = read(SINCE, name)
    return since is not None and order_of(version) < since


def order_of(version: Any) -> int:
    """Return a number that sorts versions; a major version alone is its first release."""
    parts = [*(any_text(version, 9) or "5").split("."), "0"]
    return whole(parts[0]) * 100 + whole(parts[1])
