"""The lean language: what our lean builds send, and what a page needs for consent and cookies.

The rest is warned of, once, by its name, as all that the tracker does not speak.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.tracker.answers import takes_cookies
from paqbridge.tracker.besides import no_data, no_plugins, unprocessed
from paqbridge.tracker.consent import (
    disable_cookies,
    forget_consent,
    forget_cookie_consent,
    has_consent,
    has_remembered_consent,
    is_opted_out,
    remembered_consent,
    remembered_cookie_consent,
    require_consent,
    require_cookie_consent,
    set_do_not_track,
)
from paqbridge.tracker.cookie_settings import (
    set_cookie_domain,
    set_same_site,
    set_secure_cookie,
)
from paqbridge.tracker.cookies import erase_own, may_keep
from paqbridge.tracker.giving import (
    forget_opt_out,
    give_consent,
    give_cookie_consent,
    give_remembered_consent,
    give_remembered_cookie_consent,
)
from paqbridge.tracker.links import clicked, enable_links
from paqbridge.tracker.pace import flush, hints_known, left
from paqbridge.tracker.pages import set_user_id, track_event, track_goal, track_page_view
from paqbridge.tracker.sending import nothing, set_endpoint
from paqbridge.tracker.variables import set_custom_variable
from paqbridge.tracker.visitor import not_linked, visitor_id

if TYPE_CHECKING:
    from paqbridge.types.tracker import Language, Method

FIRST: dict[str, Method] = {
    "forgetCookieConsentGiven": forget_cookie_consent,
    "requireCookieConsent": require_cookie_consent,
    "disableCookies": disable_cookies,
    "setTrackerUrl": set_endpoint,
    "setSessionCookieTimeout": "session_life",
    "setVisitorCookieTimeout": "visitor_life",
    "setCookieNamePrefix": "prefix",
    "setCookieSameSite": set_same_site,
    "setSecureCookie": set_secure_cookie,
    "setCookiePath": "path",
    "setCookieDomain": set_cookie_domain,
    "setUserId": set_user_id,
    "setSiteId": "site",
    "enableLinkTracking": enable_links,
    "setCookieConsentGiven": give_cookie_consent,
    "requireConsent": require_consent,
    "setConsentGiven": give_consent,
}

LATER: dict[str, Method] = {
    "areCookiesEnabled": may_keep,
    "deleteCookies": erase_own,
    "disableQueueRequest": ("knows_bulk", False),
    "forgetConsentGiven": forget_consent,
    "forgetUserOptOut": forget_opt_out,
    "getRememberedConsent": remembered_consent,
    "getRememberedCookieConsent": remembered_cookie_consent,
    "getVisitorId": visitor_id,
    "hasConsent": has_consent,
    "hasCookies": takes_cookies,
    "hasRememberedConsent": has_remembered_consent,
    "isConsentRequired": lambda state: state["is_consent_required"],
    "isUserOptedOut": is_opted_out,
    "optUserOut": forget_consent,
    "rememberConsentGiven": give_remembered_consent,
    "rememberCookieConsentGiven": give_remembered_cookie_consent,
    "resetUserId": ("user", ""),
    "setCustomVariable": set_custom_variable,
    "setDoNotTrack": set_do_not_track,
    "setReferralCookieTimeout": "referral_life",
    "trackEvent": track_event,
    "trackGoal": track_goal,
    "trackPageView": track_page_view,
    "$clicked": clicked,
    "$domain": "domain",
    "$focus": nothing,
    "$hints": hints_known,
    "$left": left,
    "$window": flush,
}

LEAN: Language = {
    "new": {},
    "first": FIRST,
    "later": LATER,
    "data": no_data,
    "plugins": no_plugins,
    "processed": unprocessed,
    "linked": not_linked,
}
