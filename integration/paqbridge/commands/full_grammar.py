"""The commands of the full builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.commands.grammar import GRAMMAR, NOTHING, TEXT

if TYPE_CHECKING:
    from paqbridge.types.destination import Grammar

FLAG = ["b"]
NUMBER = ["n"]
OPTIONAL_NUMBER = ["nu"]

FULL_GRAMMAR: Grammar = {
    **GRAMMAR,
    "addEcommerceItem": ["s", "s", "os", "ns", "n"],
    "appendToTrackingUrl": TEXT,
    "clearEcommerceCart": NOTHING,
    "deleteCustomVariable": ["s", "s"],
    "disableCookies": NOTHING,
    "disablePerformanceTracking": NOTHING,
    "enableCrossDomainLinking": NOTHING,
    "enableHeartBeatTimer": NUMBER,
    "forgetConsentGiven": NOTHING,
    "forgetCookieConsentGiven": NOTHING,
    "ping": NOTHING,
    "rememberConsentGiven": OPTIONAL_NUMBER,
    "rememberCookieConsentGiven": OPTIONAL_NUMBER,
    "removeEcommerceItem": TEXT,
    "requireConsent": NOTHING,
    "requireCookieConsent": NOTHING,
    "setConsentGiven": ["bu"],
    "setCookieConsentGiven": NOTHING,
    "setCookieDomain": TEXT,
    "setCookiePath": TEXT,
    "setCookieSameSite": TEXT,
    "setCustomUrl": TEXT,
    "setDoNotTrack": FLAG,
    "setDocumentTitle": TEXT,
    "setDomains": ["o"],
    "setEcommerceView": ["s", "s", "os", "ns"],
    "setHitTime": NUMBER,
    "setReferrerUrl": TEXT,
    "setSecureCookie": FLAG,
    "trackAllContentImpressions": NOTHING,
    "trackEcommerceCartUpdate": NUMBER,
    "trackEcommerceOrder": ["s", "ns", "ns", "ns", "ns", "ns"],
    "trackEvent": ["s", "s", "su", "nu", "ou"],
    "trackGoal": ["ns", "nsu", "ou"],
    "trackLink": ["s", "s", "ou"],
    "trackPageView": ["su", "ou"],
    "trackSiteSearch": ["s", "bs", "nu", "ou"],
    "trackVisibleContentImpressions": NOTHING,
}
"""What a full build sends: some commands may have custom data besides.

``setHitTime`` is ours: later requests were made at that time, in milliseconds since 1970, or are
made now, where it is 0. See ``transports/annotations.py``.
"""
