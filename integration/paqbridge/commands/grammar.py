"""The closed list of commands: one bad command stops Matomo for the whole page, so none leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import FULL
from paqbridge.native import read, type_name

if TYPE_CHECKING:
    from paqbridge.types import Command

TEXT = "s"
FLAG = "b"
NUMBER = "n"
OBJECT = "o"
NUMBER_OR_TEXT = "ns"
TEXT_OR_LIST = "os"
TEXT_OR_FALSE = "bs"
OPTIONAL_TEXT = "su"
OPTIONAL_NUMBER = "nu"
OPTIONAL_FLAG = "bu"
OPTIONAL_WORTH = "nsu"
OPTIONAL_DATA = "ou"
"""Kinds of arguments, each the initials of the types that it admits: boolean, number, object,
string, undefined. The only objects are lists of texts and custom data."""

GRAMMAR: Any = {
    "enableLinkTracking": [],
    "resetUserId": [],
    "setCustomVariable": [TEXT, TEXT, TEXT, TEXT],
    "setSiteId": [NUMBER_OR_TEXT],
    "setTrackerUrl": [TEXT],
    "setUserId": [TEXT],
    "trackEvent": [TEXT, TEXT, OPTIONAL_TEXT, OPTIONAL_NUMBER],
    "trackGoal": [NUMBER_OR_TEXT, OPTIONAL_WORTH],
    "trackPageView": [],
}
"""Command name -> the kind of each argument (Matomo's JavaScript tracking API reference)."""

FULL_GRAMMAR: Any = {
    "addEcommerceItem": [TEXT, TEXT, TEXT_OR_LIST, NUMBER, NUMBER],
    "appendToTrackingUrl": [TEXT],
    "clearEcommerceCart": [],
    "deleteCustomVariable": [TEXT, TEXT],
    "disableCookies": [],
    "enableCrossDomainLinking": [],
    "enableHeartBeatTimer": [NUMBER],
    "forgetConsentGiven": [],
    "forgetCookieConsentGiven": [],
    "rememberConsentGiven": [OPTIONAL_NUMBER],
    "rememberCookieConsentGiven": [OPTIONAL_NUMBER],
    "removeEcommerceItem": [TEXT],
    "requireConsent": [],
    "requireCookieConsent": [],
    "setConsentGiven": [OPTIONAL_FLAG],
    "setCookieConsentGiven": [],
    "setCookieDomain": [TEXT],
    "setCookiePath": [TEXT],
    "setCookieSameSite": [TEXT],
    "setCustomUrl": [TEXT],
    "setDoNotTrack": [FLAG],
    "setDocumentTitle": [TEXT],
    "setDomains": [OBJECT],
    "setEcommerceView": [TEXT, TEXT, TEXT_OR_LIST, NUMBER_OR_TEXT],
    "setReferrerUrl": [TEXT],
    "setSecureCookie": [FLAG],
    "trackAllContentImpressions": [],
    "trackEcommerceCartUpdate": [NUMBER],
    "trackEcommerceOrder": [
        TEXT,
        NUMBER_OR_TEXT,
        NUMBER_OR_TEXT,
        NUMBER_OR_TEXT,
        NUMBER_OR_TEXT,
        NUMBER_OR_TEXT,
    ],
    "trackEvent": [TEXT, TEXT, OPTIONAL_TEXT, OPTIONAL_NUMBER, OPTIONAL_DATA],
    "trackGoal": [NUMBER_OR_TEXT, OPTIONAL_WORTH, OPTIONAL_DATA],
    "trackLink": [TEXT, TEXT, OPTIONAL_DATA],
    "trackPageView": [OPTIONAL_TEXT, OPTIONAL_DATA],
    "trackSiteSearch": [TEXT, TEXT_OR_FALSE, OPTIONAL_NUMBER, OPTIONAL_DATA],
    "trackVisibleContentImpressions": [],
}
"""What the full mapping sends, where it is not in ``GRAMMAR`` or may have custom data besides."""


def fits(command: Command) -> bool:
    """Tell whether a command is in the grammar: a known name, each argument of its kind."""
    more = read(FULL_GRAMMAR, command[0]) if FULL else None
    kinds = read(GRAMMAR, command[0]) if more is None else more
    if kinds is None or len(command) > len(kinds) + 1:
        return False
    return all(
        type_name(command[index + 1] if index + 1 < len(command) else None)[0] in kind
        for index, kind in enumerate(kinds)
    )
