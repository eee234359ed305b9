"""Consent to tracking and to cookies: what is held, what leaves, what is kept of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tracker.own.heart import Jar
from tests.unit.tracker.speaking import NOW, Speaker

EVENT: list[Any] = ["trackEvent", "C", "A"]
YEARS = 946080000


def lives(speaker: Speaker) -> dict[str, float | None]:
    """The cookies of consent, and for how many seconds they are kept."""
    return {name: one[1] for (name, *_), one in speaker.jar.kept.items() if name[:3] == "mtm"}


def ids(speaker: Speaker) -> list[bool]:
    """Tell of each request whether it says who the visitor is."""
    return [one["_id"] != "" for one in speaker.requests()]


def test_what_waits_for_consent() -> None:
    """It is held without an id, and leaves in its order; a ping then tells who it was."""
    speaker = Speaker(["requireConsent"], ["trackPageView"], EVENT)
    assert (speaker.queries(), speaker.cookies()) == ([], {})
    speaker.say("setConsentGiven")
    assert speaker.own() == ["action_name=First title", "e_c=C&e_a=A&ca=1", "ping=1"]
    assert ids(speaker) == [False, False, True]
    assert [one["consent"] for one in speaker.requests()] == ["1"] * 3
    assert {*speaker.cookies()} == {"_pk_id", "_pk_ses"}


def test_consent_without_cookies() -> None:
    """All leaves, nobody is known, and nothing is kept."""
    for give in (["setConsentGiven", False], ["setConsentGiven", 0], ["forgetUserOptOut"]):
        speaker = Speaker(["requireConsent"], EVENT, give, EVENT)
        assert (speaker.own(), ids(speaker)) == (["e_c=C&e_a=A&ca=1"] * 2, [False] * 2)
        assert speaker.cookies() == {}


def test_consent_ahead_of_all_else() -> None:
    """Where nothing was sent before, no ping is."""
    speaker = Speaker(["requireConsent"], ["setConsentGiven"], EVENT)
    assert (speaker.own(), ids(speaker)) == (["e_c=C&e_a=A&ca=1"], [True])
    assert Speaker(["setConsentGiven"], EVENT).requests()[0].get("consent") is None


def test_consent_that_is_given_twice() -> None:
    """The second time says nothing."""
    speaker = Speaker(["requireConsent"], EVENT, ["setConsentGiven"], ["setConsentGiven"])
    assert speaker.own() == ["e_c=C&e_a=A&ca=1", "ping=1"]


@pytest.mark.parametrize(
    ("hours", "seconds"),
    [
        ([], YEARS),
        ([0], YEARS),
        ([1], 3600),
        (["24"], 86400),
        ([0.5], 1800),
    ],
)
@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("rememberConsentGiven", "mtm_consent"),
        ("rememberCookieConsentGiven", "mtm_cookie_consent"),
        ("forgetConsentGiven", "mtm_consent_removed"),
        ("optUserOut", "mtm_consent_removed"),
    ],
)
def test_how_long_it_is_remembered(
    command: str, name: str, hours: list[Any], seconds: float
) -> None:
    """So many hours, or thirty years; its value is the moment. Hours that are no number make it
    end with the browser, fewer than none at once."""
    speaker = Speaker([command, *hours])
    assert lives(speaker) == {name: seconds}
    assert speaker.cookies()[name] == str(NOW)
    assert lives(Speaker([command, "x"])) == {name: None}
    assert lives(Speaker([command, -1])) == {}


def remembering(command: str) -> Jar:
    """Return the cookies of a visitor who has given or taken back consent on a page before."""
    jar = Speaker([command]).jar
    jar.kept = {key: one for key, one in jar.kept.items() if key[0][:3] == "mtm"}
    return jar


def test_the_next_page() -> None:
    """Consent that is remembered counts, and so does one that was taken back."""
    given = Speaker(["requireConsent"], EVENT, jar=remembering("rememberConsentGiven"))
    assert (ids(given), given.requests()[0]["consent"]) == ([True], "1")
    assert Speaker(EVENT, jar=remembering("forgetConsentGiven")).queries() == []
    assert {*Speaker(EVENT, jar=remembering("forgetConsentGiven")).cookies()} == {
        "mtm_consent_removed"
    }
    cookies = Speaker(
        ["requireCookieConsent"], EVENT, jar=remembering("rememberCookieConsentGiven")
    )
    assert ids(cookies) == [True]


@pytest.mark.parametrize("forget", ["forgetConsentGiven", "optUserOut"])
def test_consent_that_is_taken_back(forget: str) -> None:
    """All is held from now on, and the visitor's cookies are gone, those of consent too."""
    speaker = Speaker(["rememberConsentGiven"], ["rememberCookieConsentGiven"], EVENT)
    speaker.say(forget)
    speaker.say(*EVENT)
    assert len(speaker.queries()) == 1
    assert {*speaker.cookies()} == {"mtm_consent_removed"}
    assert speaker.say("isConsentRequired")
    speaker.say("rememberConsentGiven")
    assert {*speaker.cookies()} == {"mtm_consent", "_pk_id", "_pk_ses"}
    assert speaker.own() == ["e_c=C&e_a=A&ca=1"] * 2 + ["ping=1"]


@pytest.mark.parametrize("later", ["", "setConsentGiven"])
@pytest.mark.parametrize("is_here", [True, False])
def test_what_waits_its_turn_at_a_refusal(later: str, is_here: bool) -> None:
    """It never leaves, said here or in another tab, whatever is said after it."""
    speaker = Speaker(EVENT, ["trackEvent", "C", "late"])
    if is_here:
        speaker.say("optUserOut")
        speaker.say(*([later] if later else EVENT))
    else:
        speaker.jar.set("mtm_consent_removed=1;path=/", NOW)
        speaker.say(*(["isConsentRequired"] if later else EVENT))
    assert [one for one in speaker.own() if "ping" not in one] == ["e_c=C&e_a=A&ca=1"]


def test_another_tab() -> None:
    """What it gives or takes back is seen at the next command."""
    speaker = Speaker(EVENT)
    speaker.jar.set("mtm_consent_removed=1;path=/", NOW)
    speaker.say(*EVENT)
    assert len(speaker.queries()) == 1
    del speaker.jar.kept["mtm_consent_removed", "www.shop.test", "/"]
    speaker.jar.set("mtm_consent=1;path=/", NOW)
    speaker.say(*EVENT)
    assert len(speaker.queries()) == 2
    assert Speaker(jar=remembering("optUserOut")).say("hasConsent") is False
    assert Speaker(jar=remembering("rememberConsentGiven")).say("hasConsent") is True


def test_another_tab_while_cookies_are_off() -> None:
    """Then consent that it gives is not seen: nobody may read it."""
    speaker = Speaker(["requireConsent"], EVENT)
    speaker.jar.set("mtm_consent=1;path=/", NOW)
    speaker.say(*EVENT)
    assert speaker.queries() == []


@pytest.mark.parametrize(
    "command", ["disableCookies", "requireCookieConsent", "forgetCookieConsentGiven"]
)
def test_without_cookies(command: str) -> None:
    """All leaves, nobody is known, and what was kept is deleted, again at each request."""
    speaker = Speaker(EVENT, [command], EVENT)
    assert (ids(speaker), speaker.cookies()) == ([True, False], {})
    speaker.jar.set("_pk_id.7.14d5=x;path=/", NOW)
    speaker.say(*EVENT)
    assert (ids(speaker)[2], speaker.cookies()) == (False, {})


@pytest.mark.parametrize("give", ["setCookieConsentGiven", "rememberCookieConsentGiven"])
def test_consent_to_cookies(give: str) -> None:
    """A ping tells who the visitor of the requests before is, where there were some."""
    speaker = Speaker(["requireCookieConsent"], EVENT, [give], EVENT)
    assert speaker.own() == ["e_c=C&e_a=A&ca=1", "ping=1", "e_c=C&e_a=A&ca=1"]
    assert ids(speaker) == [False, True, True]
    first = Speaker(["requireCookieConsent"], [give], EVENT, [give])
    assert (first.own(), ids(first)) == (["e_c=C&e_a=A&ca=1"], [True])
    assert {*first.cookies()} - {"mtm_cookie_consent"} == {"_pk_id", "_pk_ses"}


def test_the_ping_is_of_its_kind() -> None:
    """Plugins know the ping after consent by its word."""
    plugin = {"ping": lambda given: "&p=1"}
    speaker = Speaker(["requireCookieConsent"], ["addPlugin", "P", plugin], EVENT)
    speaker.say("setCookieConsentGiven")
    assert [one.get("p") for one in speaker.requests()] == [None, "1"]


def test_no_second_visitor() -> None:
    """The visitor that the ping tells of is the one that is kept."""
    speaker = Speaker(["requireCookieConsent"], EVENT, ["setCookieConsentGiven"], EVENT)
    found = {one["_id"] for one in speaker.requests()[1:]}
    assert found == {speaker.cookies()["_pk_id"].partition(".")[0]}
    assert speaker.requests()[1]["_idn"] == "0"
