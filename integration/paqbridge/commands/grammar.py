"""The closed list of commands: one bad command stops Matomo for the whole page, so none leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import FULL
from paqbridge.native import matches, pattern, type_name

if TYPE_CHECKING:
    from paqbridge.types import Command

GRAMMAR: Any = pattern(
    "(enableLinkTracking "
    "|resetUserId "
    "|setCustomVariable ssss"
    "|setSiteId [ns]"
    "|setTrackerUrl s"
    "|setUserId s"
    "|trackEvent ss[su][nu]"
    "|trackGoal [ns][nsu]"
    "|trackPageView )"
)
"""Each command's name and the kinds of its arguments, the initials of the types that fit: number,
string, undefined (Matomo's JavaScript tracking API reference)."""

FULL_GRAMMAR: Any = pattern(
    "(addEcommerceItem ss[os]nn"
    "|appendToTrackingUrl s"
    "|clearEcommerceCart "
    "|deleteCustomVariable ss"
    "|(?:forget|require)(?:Cookie)?Consent(?:Given)? "
    "|remember(?:Cookie)?ConsentGiven n?"
    "|set(?:Cookie)?ConsentGiven b?"
    "|disableCookies "
    "|enableCrossDomainLinking "
    "|enableHeartBeatTimer n"
    "|removeEcommerceItem s"
    "|set(?:CookieDomain|CookiePath|CookieSameSite|CustomUrl|DocumentTitle|ReferrerUrl) s"
    "|set(?:DoNotTrack|SecureCookie) b"
    "|setDomains o"
    "|setEcommerceView ss[os][ns]"
    "|track(?:All|Visible)ContentImpressions "
    "|trackEcommerceCartUpdate n"
    "|trackEcommerceOrder sn[ns][ns][ns][ns]"
    "|trackEvent ss[su][nu]o"
    "|trackGoal [ns][nsu]o"
    "|trackLink sso?"
    "|trackPageView uo"
    "|trackSiteSearch s[bs][nu]o?)"
)
"""What the full mapping sends besides; booleans, and objects: a list of categories or of hosts, or
custom data as the last argument."""


def fits(command: Command) -> bool:
    """Tell whether a command is in the grammar: a known name, each argument of its kind."""
    form = command[0] + " "
    for index in range(1, len(command)):
        form += type_name(command[index])[0]
    return matches(GRAMMAR, form) or (FULL and matches(FULL_GRAMMAR, form))
