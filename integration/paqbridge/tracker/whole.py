"""The whole language: the commands that the tracker speaks where it is a file of its own.

Each is a function on the state, a field that takes what is given, or a field and what it becomes.
What is not here the tracker does not speak: it says so once, by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.tracker.answers import (
    campaign,
    found_at,
    keyword,
    matomo_url,
    page_view,
    referrer,
    takes_cookies,
)
from paqbridge.tracker.attribution import attribution
from paqbridge.tracker.beat import blurred, enable_beat, focused, looked_away
from paqbridge.tracker.besides import data_text, plug_in, plugins_text, processed
from paqbridge.tracker.campaigns import (
    disable_campaigns,
    require_consent_to_all,
    set_campaign_names,
    set_excluded,
    set_keyword_names,
)
from paqbridge.tracker.commerce import (
    add_item,
    clear_cart,
    items,
    remove_item,
    set_view,
    track_cart,
    track_order,
)
from paqbridge.tracker.consent import (
    disable_cookies,
    forget_cookie_consent,
    has_consent,
    has_remembered_consent,
    is_opted_out,
    remembered_consent,
    remembered_cookie_consent,
    require_cookie_consent,
    set_do_not_track,
)
from paqbridge.tracker.content import (
    pressed,
    show_all,
    show_visible,
    show_within,
    shown,
    touch_node,
    touched,
    track_impression,
    track_interaction,
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
from paqbridge.tracker.hosts import set_domains, set_excluded_referrers
from paqbridge.tracker.links import (
    add_extensions,
    clicked_in_block,
    enable_links,
    link_parameter,
    remove_extensions,
    set_download_classes,
    set_extensions,
    set_ignore_classes,
    set_link_classes,
)
from paqbridge.tracker.pace import flush, hints_known
from paqbridge.tracker.pages import (
    get_request,
    ping,
    set_custom_url,
    set_page_view_id,
    set_user_id,
    track_event,
    track_goal,
    track_link,
    track_request,
    track_site_search,
    track_whole_page_view,
)
from paqbridge.tracker.sending import (
    nothing,
    queue_request,
    set_endpoint,
    set_method,
    show_features,
)
from paqbridge.tracker.state import MORE
from paqbridge.tracker.timings import set_timings
from paqbridge.tracker.unsent import (
    forget_all,
    keep_unsent,
    keeps_unsent,
    resend,
    set_offline_queue,
)
from paqbridge.tracker.variables import (
    delete_custom_dimension,
    delete_custom_variable,
    delete_custom_variables,
    get_custom_dimension,
    get_custom_variable,
    set_custom_data,
    set_custom_dimension,
    set_custom_variable,
)
from paqbridge.tracker.visitor import linked_id, set_visitor_id, visitor_id, visitor_info

if TYPE_CHECKING:
    from paqbridge.types.tracker import Language, Method

FIRST: dict[str, Method] = {
    "addTracker": nothing,  # the shell does it
    "forgetCookieConsentGiven": forget_cookie_consent,
    "requireCookieConsent": require_cookie_consent,
    "disableBrowserFeatureDetection": ("features", ""),
    "disableCampaignParameters": disable_campaigns,
    "disableCookies": disable_cookies,
    "setTrackerUrl": set_endpoint,
    "enableCrossDomainLinking": ("crosses", True),
    "setCrossDomainLinkingTimeout": "cross_domain_life",
    "setSessionCookieTimeout": "session_life",
    "setVisitorCookieTimeout": "visitor_life",
    "setCookieNamePrefix": "prefix",
    "setCookieSameSite": set_same_site,
    "setSecureCookie": set_secure_cookie,
    "setCookiePath": "path",
    "setCookieDomain": set_cookie_domain,
    "setDomains": set_domains,
    "setUserId": set_user_id,
    "setVisitorId": set_visitor_id,
    "setSiteId": "site",
    "alwaysUseSendBeacon": ("is_beacon", True),
    "disableAlwaysUseSendBeacon": ("is_beacon", False),
    "enableLinkTracking": enable_links,
    "setCookieConsentGiven": give_cookie_consent,
    "requireConsent": require_consent_to_all,
    "setConsentGiven": give_consent,
    "disablePerformanceTracking": ("timings", None),
    "setPagePerformanceTiming": set_timings,
    "setExcludedQueryParams": set_excluded,
    "setExcludedReferrers": set_excluded_referrers,
    "setOfflineQueue": set_offline_queue,
}
"""What is applied before all else that waits in a queue, in this order, as ``matomo.js`` has it;
the last is our own."""

LATER: dict[str, Method] = {
    "addDownloadExtensions": add_extensions,
    "addEcommerceItem": add_item,
    "addPlugin": plug_in,
    "appendToTrackingUrl": "appended",
    "areCookiesEnabled": may_keep,
    "clearEcommerceCart": clear_cart,
    "deleteCookies": erase_own,
    "deleteCustomDimension": delete_custom_dimension,
    "deleteCustomVariable": delete_custom_variable,
    "deleteCustomVariables": delete_custom_variables,
    "disableCrossDomainLinking": ("crosses", False),
    "disableHeartBeatTimer": ("beat", 0),
    "disableQueueRequest": ("knows_bulk", False),
    "discardHashTag": "drops_hash",
    "enableBrowserFeatureDetection": show_features,
    "enableHeartBeatTimer": enable_beat,
    "forgetConsentGiven": forget_all,
    "forgetUserOptOut": forget_opt_out,
    "getAttributionCampaignKeyword": keyword,
    "getAttributionCampaignName": campaign,
    "getAttributionInfo": attribution,
    "getAttributionReferrerTimestamp": found_at,
    "getAttributionReferrerUrl": referrer,
    "getCookieDomain": lambda state: state["domain"],
    "getCookiePath": lambda state: state["path"],
    "getCrossDomainLinkingUrlParameter": link_parameter,
    "getCurrentUrl": lambda state: state["url"],
    "getCustomData": lambda state: state["data"],
    "getCustomDimension": get_custom_dimension,
    "getCustomVariable": get_custom_variable,
    "getEcommerceItems": items,
    "getMatomoUrl": matomo_url,
    "getNumTrackedPageViews": lambda state: state["page_views"],
    "getPageViewId": page_view,
    "getPiwikUrl": matomo_url,
    "getRememberedConsent": remembered_consent,
    "getRememberedCookieConsent": remembered_cookie_consent,
    "getRequest": get_request,
    "getSiteId": lambda state: state["site"],
    "getTrackerUrl": lambda state: state["endpoint"],
    "getUserId": lambda state: state["user"],
    "getVisitorId": visitor_id,
    "getVisitorInfo": visitor_info,
    "hasConsent": has_consent,
    "hasCookies": takes_cookies,
    "hasRememberedConsent": has_remembered_consent,
    "isConsentRequired": lambda state: state["is_consent_required"],
    "isCrossDomainLinkingEnabled": lambda state: state["crosses"],
    "isUserOptedOut": is_opted_out,
    "optUserOut": forget_all,
    "ping": ping,
    "queueRequest": queue_request,
    "rememberConsentGiven": give_remembered_consent,
    "rememberCookieConsentGiven": give_remembered_cookie_consent,
    "removeDownloadExtensions": remove_extensions,
    "removeEcommerceItem": remove_item,
    "resetUserId": ("user", ""),
    "setCampaignKeywordKey": set_keyword_names,
    "setCampaignNameKey": set_campaign_names,
    "setCustomData": set_custom_data,
    "setCustomDimension": set_custom_dimension,
    "setCustomRequestProcessing": "processing",
    "setCustomUrl": set_custom_url,
    "setCustomVariable": set_custom_variable,
    "setDoNotTrack": set_do_not_track,
    "setDocumentTitle": "title",
    "setDownloadClasses": set_download_classes,
    "setDownloadExtensions": set_extensions,
    "setEcommerceView": set_view,
    "setIgnoreClasses": set_ignore_classes,
    "setLinkClasses": set_link_classes,
    "setLinkTrackingTimer": nothing,
    "setPageViewId": set_page_view_id,
    "setReferralCookieTimeout": "referral_life",
    "setReferrerUrl": "referrer",
    "setRequestMethod": set_method,
    "setRequestQueueInterval": nothing,
    "trackAllContentImpressions": show_all,
    "trackContentImpression": track_impression,
    "trackContentImpressionsWithinNode": show_within,
    "trackContentInteraction": track_interaction,
    "trackContentInteractionNode": touch_node,
    "trackEcommerceCartUpdate": track_cart,
    "trackEcommerceOrder": track_order,
    "trackEvent": track_event,
    "trackGoal": track_goal,
    "trackLink": track_link,
    "trackPageView": track_whole_page_view,
    "trackRequest": track_request,
    "trackSiteSearch": track_site_search,
    "trackVisibleContentImpressions": show_visible,
    "$blur": blurred,
    "$clicked": clicked_in_block,
    "$domain": "domain",
    "$focus": focused,
    "$hints": hints_known,
    "$keeps": keeps_unsent,
    "$left": looked_away,
    "$online": resend,
    "$pressed": pressed,
    "$shown": shown,
    "$touched": touched,
    "$unsent": keep_unsent,
    "$window": flush,
}
"""What a page may say besides, in ``_paq`` or to the tracker's object; with a ``$``, the shell."""


WHOLE: Language = {
    "new": MORE,
    "first": FIRST,
    "later": LATER,
    "data": data_text,
    "plugins": plugins_text,
    "processed": processed,
    "linked": linked_id,
}
