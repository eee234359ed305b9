"""The settings that a core build lacks: it must not ignore them without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import contains, each

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Complain, Settings

FULL_ONLY = (
    "aliasUserId clearCustomVariables consent contentTracking cookieDomain cookiePath "
    "cookieSameSite crossDomain customVariablesAsDimensions dedupePages dimensions "
    "disableCookies doNotTrack domains downloadEvents ecommerce events groupDimension heartBeat "
    "linkEvents matomoVersion newVisitOnReset pageFacts pageTitle scriptUrl secureCookie "
    "siteSearchEvents titleDelay trackerUrl"
)
"""The names of ``settings/full_table.py``, whose rows would be too many bytes here."""


def tell_full_only(given: Any, complain: Complain) -> None:
    """Complain of each setting that only a full build has, unless it is off."""

    def tell(value: Any, name: str) -> None:
        is_off = not value or contains(["none", "false"], value)
        if contains(FULL_ONLY.split(" "), name) and not is_off:
            complain(name + ": expected a full build", value)

    each(given, tell)


def suits_lean(given: Untrusted, settings: Settings, complain: Complain) -> bool:
    """Tell whether a lean build can work with these settings."""
    tell_full_only(given, complain)
    return True
