"""What ``matomo.js`` has and this tracker has not; a page that calls it is told so once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.tracker.text import refuse

if TYPE_CHECKING:
    from paqbridge.types.tracker import Method

LACKING: dict[str, Method] = {
    "addListener": refuse,
    "addPlugin": refuse,
    "disableCampaignParameters": refuse,
    "enableFileTracking": refuse,
    "enableJSErrorTracking": refuse,
    "getCookie": refuse,
    "getLinkTrackingTimer": refuse,
    "getSessionCookieTimeout": refuse,
    "killFrame": refuse,
    "logAllContentBlocksOnPage": refuse,
    "redirectFile": refuse,
    "setAPIUrl": refuse,
    "setConversionAttributionFirstReferrer": refuse,
    "setCountPreRendered": refuse,
    "setGenerationTimeMs": refuse,
    "setRequestContentType": refuse,
    "setSessionCookie": refuse,
    "storeCustomVariablesInCookie": refuse,
}
"""Without these names a call on the tracker's object would throw into the page."""
