"""The commands of the full builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.commands.grammar import (
    FLAG,
    GRAMMAR,
    NUMBER,
    NUMBER_OR_TEXT,
    OBJECT,
    OPTIONAL_DATA,
    OPTIONAL_FLAG,
    OPTIONAL_NUMBER,
    OPTIONAL_TEXT,
    OPTIONAL_WORTH,
    TEXT,
    TEXT_OR_FALSE,
    TEXT_OR_LIST,
)

if TYPE_CHECKING:
    from paqbridge.types.destination import Grammar

FULL_GRAMMAR: Grammar = {
    **GRAMMAR,
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
"""What a full build sends, and the types of its arguments: some may have custom data besides."""
