"""In which form requests leave, and what the page may change of that."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.tracker.speaking import ENDPOINT, SITE, Speaker

EVENT: list[Any] = ["trackEvent", "C", "A"]
LATE = "&uadata=%7B%7D&cookie=1&res=1280x720"
"""What a request says only as it leaves."""


def test_the_form_of_a_bulk() -> None:
    """JSON, with each request as a query, and no image wanted; the address stays as it is."""
    speaker = Speaker(EVENT, EVENT, ["ping"])
    speaker.say("$window")
    bulk = speaker.hits()[1]
    texts = [one["text"] for one in bulk["requests"]]
    assert json.loads(bulk["body"]) == {"requests": ["?" + one for one in texts], "send_image": 0}
    assert bulk["address"] == ENDPOINT


@pytest.mark.parametrize(
    ("endpoint", "start"),
    [(ENDPOINT, ENDPOINT + "?"), (ENDPOINT + "?a=b", ENDPOINT + "?a=b&"), ("?", "?&"), ("", "?")],
)
def test_the_form_of_one(endpoint: str, start: str) -> None:
    """A short one stands in the address, behind what is there; its body is empty."""
    speaker = Speaker(["setTrackerUrl", endpoint], EVENT)
    (hit,) = speaker.hits()
    assert (hit["address"], hit["body"]) == (start + hit["requests"][0]["text"], "")


@pytest.mark.parametrize("given", [None, 5, ["x"], True])
def test_an_address_that_is_none(given: Any) -> None:
    """It is refused, and requests go where they went before."""
    speaker = Speaker(["setTrackerUrl", given], ["setTrackerUrl"], EVENT)
    assert speaker.hits()[0]["address"].startswith(ENDPOINT + "?")
    assert speaker.told("refuse") == [None]


@pytest.mark.parametrize("is_left", [False, True])
def test_another_address(is_left: bool) -> None:
    """What was said ahead of a new address is for the one before, though it waits for its turn."""
    speaker = Speaker(EVENT, ["trackGoal", 1], ["ping"])
    speaker.say("setTrackerUrl", ENDPOINT)
    assert len(speaker.hits()) == 1
    speaker.say("setTrackerUrl", "http://b.test/")
    speaker.say("trackGoal", 2)
    speaker.say("$left" if is_left else "$window")
    places = [(hit["address"].partition("?")[0], len(hit["requests"])) for hit in speaker.hits()]
    assert places == [(ENDPOINT, 1), (ENDPOINT, 2), ("http://b.test/", 1)]


@pytest.mark.parametrize(("length", "is_in_body"), [(2000, False), (2001, True)])
def test_a_long_one(length: int, is_in_body: bool) -> None:
    """Above 2,000 characters it goes in the body."""
    text = "x" * (length - len(LATE))
    (hit,) = Speaker(["setCustomRequestProcessing", lambda _: text], EVENT).hits()
    assert hit["body"] == (text + LATE if is_in_body else "")
    assert hit["address"] == ENDPOINT + ("" if is_in_body else f"?{text}{LATE}")


@pytest.mark.parametrize(
    ("commands", "in_body", "is_beacon"),
    [
        ([], False, True),
        ([["setRequestMethod", "GET"]], False, False),
        ([["setRequestMethod", "get"]], False, False),
        ([["setRequestMethod"]], False, False),
        ([["setRequestMethod", "post"]], True, True),
        ([["setRequestMethod", "POST"], ["setRequestMethod", "GET"]], False, False),
        ([["disableAlwaysUseSendBeacon"]], False, False),
        ([["disableAlwaysUseSendBeacon"], ["setRequestMethod", "POST"]], True, False),
        ([["setRequestMethod", "GET"], ["alwaysUseSendBeacon"]], False, True),
    ],
)
def test_ways_to_send(commands: list[list[Any]], in_body: bool, is_beacon: bool) -> None:
    """A beacon, unless the page wishes images; with POST all goes in the body."""
    (hit,) = Speaker(*commands, EVENT).hits()
    assert (hit["body"] != "", hit["is_beacon"]) == (in_body, is_beacon)


def test_what_the_browser_is() -> None:
    """It is said as a request leaves, unless the page does not want that."""
    speaker = Speaker(["ping"], ["disableBrowserFeatureDetection"], ["ping"], hints="HINTS")
    speaker.say("enableBrowserFeatureDetection")
    speaker.say("ping")
    assert [one.get("res") for one in speaker.requests()] == ["1280x720", None, "1280x720"]
    assert [one["uadata"] for one in speaker.requests()] == ["HINTS", "{}", "HINTS"]


@pytest.mark.parametrize(
    "answer", [["setConsentGiven"], ["rememberConsentGiven"], ["forgetUserOptOut"]]
)
def test_consent_is_one_to_all_of_that(answer: list[Any]) -> None:
    """It is said again, of what was held as well."""
    speaker = Speaker(["requireConsent"], ["disableBrowserFeatureDetection"], ["ping"], answer)
    assert [one.get("res") for one in speaker.requests()[:1]] == ["1280x720"]


def test_a_text_of_the_page() -> None:
    """``appendToTrackingUrl`` holds for all later requests, and an empty one ends it."""
    speaker = Speaker()
    for text in ("a=1&b=%20", ""):
        speaker.say("appendToTrackingUrl", text)
        speaker.say("ping")
    assert [one.get("b") for one in speaker.requests()] == [" ", None]


@pytest.mark.parametrize(
    ("answer", "left"),
    [("own=1", ["own=1"]), ("", []), (None, []), (False, []), (5, ["5"])],
)
def test_a_request_that_the_page_changes(answer: Any, left: list[str]) -> None:
    """``setCustomRequestProcessing`` gives what leaves, or nothing; the others leave as ever."""
    given: list[str] = []

    def process(text: str) -> Any:
        given.append(text)
        return answer

    speaker = Speaker(EVENT, ["setCustomRequestProcessing", process], EVENT)
    speaker.say("setCustomRequestProcessing", "none")
    speaker.say(*EVENT)
    first, *middle, last = [text.partition("&")[0] for text in speaker.queries()]
    assert (first, middle, last) == ("e_c=C", left, "e_c=C")
    assert (len(given), given[0][:4]) == (1, "e_c=")


def test_one_that_is_dropped_stops_no_other() -> None:
    """It is not held either; what comes behind it leaves."""
    speaker = Speaker(["requireConsent"], ["setCustomRequestProcessing", lambda text: ""], EVENT)
    speaker.say("setCustomRequestProcessing")
    speaker.say("ping")
    speaker.say("setConsentGiven", False)
    assert speaker.own() == ["ping=1"]


def test_the_test_of_an_installation() -> None:
    """What the address asks for is said, and the window may close."""
    speaker = Speaker(EVENT, url=SITE + "?tracker_install_check=abc")
    assert [one["tracker_install_check"] for one in speaker.requests()] == ["abc"]
    assert speaker.told("close") == [None]
    assert Speaker(EVENT).told("close") == []
    own = Speaker(["setCustomUrl", SITE], EVENT, url=SITE + "?tracker_install_check=abc")
    assert own.requests()[0]["tracker_install_check"] == "abc"


def test_a_whole_request_of_the_page() -> None:
    """It leaves as it is, with what all say as they leave; not where the browser objects."""
    request = "idsite=3&rec=1&a=b"
    (said,) = Speaker(["queueRequest", request, True]).queries()
    assert said.startswith(request + "&uadata=")
    speaker = Speaker(["setDoNotTrack", True], ["queueRequest", request, True], is_refusing=True)
    assert speaker.queries() == []
