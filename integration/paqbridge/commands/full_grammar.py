"""The commands of the full builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.commands.grammar import GRAMMAR, NOTHING, TEXT
from paqbridge.native import pattern

if TYPE_CHECKING:
    from paqbridge.types.destination import Grammar

FLAG = pattern("b")
NUMBER = pattern("n")
OPTIONAL_NUMBER = pattern("[nu]?")

FULL_GRAMMAR: Grammar = {
    **GRAMMAR,
    "addEcommerceItem": pattern("ss[os][ns]n"),
    "appendToTrackingUrl": TEXT,
    "clearEcommerceCart": NOTHING,
    "deleteCustomVariable": pattern("ss"),
    "disableCookies": NOTHING,
    "disablePerformanceTracking": NOTHING,
    "enableCrossDomainLinking": NOTHING,
    "enableHeartBeatTimer": NUMBER,
    "forgetConsentGiven": NOTHING,
    "forgetCookieConsentGiven": NOTHING,
    "rememberConsentGiven": OPTIONAL_NUMBER,
    "rememberCookieConsentGiven": OPTIONAL_NUMBER,
    "removeEcommerceItem": TEXT,
    "requireConsent": NOTHING,
    "requireCookieConsent": NOTHING,
    "setConsentGiven": pattern("[bu]?"),
    "setCookieConsentGiven": NOTHING,
    "setCookieDomain": TEXT,
    "setCookiePath": TEXT,
    "setCookieSameSite": TEXT,
    "setCustomUrl": TEXT,
    "setDoNotTrack": FLAG,
    "setDocumentTitle": TEXT,
    "setDomains": pattern("o"),
    "setEcommerceView": pattern("ss[os][ns]"),
    "setHitTime": NUMBER,
    "setReferrerUrl": TEXT,
    "setSecureCookie": FLAG,
    "trackAllContentImpressions": NOTHING,
    "trackEcommerceCartUpdate": NUMBER,
    "trackEcommerceOrder": pattern("s[ns][ns][ns][ns][ns]"),
    "trackEvent": pattern("ss[su]?[nu]?[ou]?"),
    "trackGoal": pattern("[ns][nsu]?[ou]?"),
    "trackLink": pattern("ss[ou]?"),
    "trackPageView": pattern("[su]?[ou]?"),
    "trackSiteSearch": pattern("s[bs][nu]?[ou]?"),
    "trackVisibleContentImpressions": NOTHING,
}
"""What a full build sends: some commands may have custom data besides.

``setHitTime`` is ours: later requests were made at that time, in milliseconds since 1970, or are
made now, where it is 0. See ``transports/annotations.py``.
"""
