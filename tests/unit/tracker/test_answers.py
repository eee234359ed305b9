"""What a page may ask the tracker."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import ENDPOINT, NOW, SECOND, SITE, Speaker

ID = "0123456789abcdef"
CAMPAIGN = SITE + "?mtm_campaign=c&mtm_kwd=k"
FROM = "http://from.test/a"


@pytest.mark.parametrize(
    ("question", "before", "commands", "after"),
    [
        ("getSiteId", 7, [["setSiteId", "x"]], "x"),
        ("getTrackerUrl", ENDPOINT, [["setTrackerUrl", "/a/m.php"]], "/a/m.php"),
        ("getMatomoUrl", "http://m.test/", [["setTrackerUrl", "/a/m.php?b/c"]], SITE + "a/"),
        ("getPiwikUrl", "http://m.test/", [["setTrackerUrl", "a/m.php"]], SITE + "a/"),
        ("getMatomoUrl", "http://m.test/", [["setTrackerUrl", "//n.test/m.php"]], "http://n.test/"),
        ("getCurrentUrl", SITE, [["setCustomUrl", "a"]], SITE + "a"),
        ("getUserId", "", [["setUserId", "u"]], "u"),
        ("getUserId", "", [["setUserId", "u"], ["resetUserId"]], ""),
        ("getCookieDomain", "", [["$domain", ".shop.test"]], ".shop.test"),
        ("getCookiePath", "", [["setCookiePath", "/a"]], "/a"),
        ("getCustomData", None, [["setCustomData", {"a": 1}]], {"a": 1}),
        ("getNumTrackedPageViews", 0, [["trackPageView"], ["trackPageView"]], 2),
        ("getPageViewId", None, [["setPageViewId", "view"]], "view"),
        ("getEcommerceItems", {}, [["addEcommerceItem", "s", "n", "c", 1, 2]],
         {"s": ["s", "n", "c", 1, 2]}),
        ("isConsentRequired", False, [["requireConsent"]], True),
        ("hasConsent", True, [["requireConsent"]], False),
        ("hasConsent", True, [["requireConsent"], ["setConsentGiven"]], True),
        ("isUserOptedOut", False, [["optUserOut"]], True),
        ("isUserOptedOut", False, [["optUserOut"], ["forgetUserOptOut"]], False),
        ("hasRememberedConsent", False, [["rememberConsentGiven"]], True),
        ("getRememberedConsent", None, [["rememberConsentGiven"]], str(NOW)),
        ("getRememberedConsent", None, [["rememberConsentGiven"], ["forgetConsentGiven"]], None),
        ("getRememberedCookieConsent", 0, [["rememberCookieConsentGiven"]], str(NOW)),
        ("isCrossDomainLinkingEnabled", False, [["enableCrossDomainLinking"]], True),
        ("areCookiesEnabled", True, [["disableCookies"]], False),
        ("areCookiesEnabled", True, [["requireConsent"]], False),
        ("hasCookies", True, [["disableCookies"]], False),
    ],
)  # fmt: skip
def test_answers(question: str, before: Any, commands: list[list[Any]], after: Any) -> None:
    """Each is what it is at the start, and what commands make of it."""
    speaker = Speaker()
    assert speaker.say(question) == before
    for command in commands:
        speaker.say(*command)
    assert speaker.say(question) == after


def test_a_browser_without_cookies() -> None:
    """It may have cookies as far as the page is asked, and has none."""
    speaker = Speaker(takes_cookies=False)
    assert (speaker.say("areCookiesEnabled"), speaker.say("hasCookies")) == (True, False)


def test_where_the_visit_has_come_from() -> None:
    """Campaign, keyword, second, referrer; each may be asked for alone."""
    speaker = Speaker(url=CAMPAIGN, referrer=FROM)
    assert speaker.say("getAttributionInfo") == ["c", "k", SECOND, FROM]
    assert speaker.say("getAttributionCampaignName") == "c"
    assert speaker.say("getAttributionCampaignKeyword") == "k"
    assert speaker.say("getAttributionReferrerTimestamp") == SECOND
    assert speaker.say("getAttributionReferrerUrl") == FROM
    assert Speaker().say("getAttributionInfo") == ["", "", 0, ""]


def test_who_the_visitor_is() -> None:
    """Whether new, the id, the second since when; asking keeps the visitor."""
    speaker = Speaker(["setVisitorId", ID])
    assert speaker.say("getVisitorId") == ID
    assert speaker.say("getVisitorInfo") == ["0", ID, str(SECOND)]
    asked = Speaker()
    found = asked.say("getVisitorId")
    assert (len(found), asked.cookies()) == (16, {"_pk_id": f"{found}.{SECOND}."})
    assert asked.say("getVisitorInfo") == ["0", found, str(SECOND)]


def test_what_is_in_the_cart_is_a_copy() -> None:
    """What the page does with the answer changes no cart."""
    speaker = Speaker(["addEcommerceItem", "s"])
    speaker.say("getEcommerceItems")["s"][0] = "other"
    assert speaker.say("getEcommerceItems") == {"s": ["s", None, None, None, None]}


def test_a_request_that_is_not_sent() -> None:
    """``getRequest`` writes it out, and nothing leaves."""
    speaker = Speaker()
    found = speaker.say("getRequest", "a=1")
    assert found.startswith("a=1&idsite=7&rec=1&r=")
    assert speaker.queries() == []
