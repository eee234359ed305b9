"""Page views, events, goals, searches, links: what is each call's own, and what it needs."""

from __future__ import annotations

import re
from typing import Any

import pytest

from paqbridge.tracker.lean import LEAN
from tests.unit.tracker.speaking import SITE, Speaker, only, own


class Title:
    """A page's element, whose text is no property of its own."""

    text = "T"


@pytest.mark.parametrize(
    ("commands", "title"),
    [
        ([["trackPageView"]], "First title"),
        ([["trackPageView", "T"]], "T"),
        ([["trackPageView", ""]], "First title"),
        ([["trackPageView", 5]], "First title"),
        ([["setDocumentTitle", "Own"], ["trackPageView", 5]], "First title"),
        ([["trackPageView", {"text": "T"}]], "T"),
        ([["trackPageView", Title()]], "T"),
        ([["trackPageView", {"text": ""}]], "First title"),
        ([["setDocumentTitle", "D"], ["trackPageView"]], "D"),
        ([["setDocumentTitle", "D"], ["trackPageView", "T"]], "T"),
        ([["setDocumentTitle", {"text": "D"}], ["trackPageView"]], "D"),
        ([["setDocumentTitle", ""], ["trackPageView"]], ""),
        ([["setDocumentTitle", 5], ["trackPageView"]], "First title"),
    ],
)
def test_titles(commands: list[list[Any]], title: str) -> None:
    """The call's title, else the one that was set, even an empty one, else the page's."""
    assert own(*commands) == [f"action_name={title}"]


def test_what_belongs_to_a_page_view() -> None:
    """Each page view has an id, six digits to the base 16, which later requests say too."""
    speaker = Speaker(["ping"], ["trackPageView"], ["ping"], ["trackPageView"], ["ping"])
    before, first, second, third, fourth = [one.get("pv_id") for one in speaker.requests()]
    assert before is None
    assert first == second != third == fourth == speaker.say("getPageViewId")
    assert re.fullmatch("[0-9a-f]{6}", first or "")
    digits = "".join(one["pv_id"] for one in Speaker(*[["trackPageView"]] * 200).requests())
    assert len(set(digits)) == 16


def test_a_page_view_id_of_the_page() -> None:
    """It holds for all page views, and for what comes before them; an empty one is not told."""
    fixed = Speaker(["setPageViewId", "own"], ["ping"], ["trackPageView"], ["ping"]).requests()
    assert [one["pv_id"] for one in fixed] == ["own"] * 3
    none = Speaker(["setPageViewId", False], ["trackPageView"], ["ping"]).requests()
    assert [one.get("pv_id") for one in none] == [None] * 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["C", "A"], "e_c=C&e_a=A&ca=1"),
        (["C", "A", "n", 5], "e_c=C&e_a=A&e_n=n&e_v=5&ca=1"),
        (["C", "A", "", 0], "e_c=C&e_a=A&e_n=&e_v=0&ca=1"),
        ([1, 0, None, 1.5], "e_c=1&e_a=0&e_v=1.5&ca=1"),
        ([" ", " "], "e_c= &e_a= &ca=1"),
        (["", "A"], None),
        (["C", ""], None),
        (["C"], None),
        ([True, "A"], None),
        (["C", ["A"]], None),
    ],
)
def test_events(arguments: list[Any], expected: str | None) -> None:
    """They have a category and an action, numbers too; else they are refused, once."""
    speaker = Speaker(*[["trackEvent", *arguments]] * 2)
    assert speaker.own() == ([expected] * 2 if expected else [])
    assert speaker.told("refuse") == ([] if expected else [None])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([3], "idgoal=3"),
        ([3, 1.5], "idgoal=3&revenue=1.5"),
        ([3, "2"], "idgoal=3&revenue=2"),
        ([3, 0], "idgoal=3"),
        (["a&b"], "idgoal=a&b"),
    ],
)
def test_goals(arguments: list[Any], expected: str) -> None:
    """The goal, and what it is worth, as they are; 0 is not said."""
    assert own(["trackGoal", *arguments]) == [expected]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["k"], "search=k"),
        (["k", "c", 3], "search=k&search_cat=c&search_count=3"),
        (["k", "", 0], "search=k&search_count=0"),
        (["k", False], "search=k"),
    ],
)
def test_searches(arguments: list[Any], expected: str) -> None:
    """The word, a category if there is one, how much was found, even 0."""
    assert own(["trackSiteSearch", *arguments]) == [expected]


def test_links() -> None:
    """The kind is the parameter; the address is purified."""
    found = own(["trackLink", SITE + "a?pk_vid=1&b=2", "download"], ["trackLink", "x", "own"])
    assert found == [f"download={SITE}a?b=2", "own=x"]
    for address, told in [("?pk_vid=1&a", "?a"), ("#pk_vid=1", ""), ("?#pk_vid=1&a", "?#a")]:
        assert own(["trackLink", address, "link"]) == [f"link={told}"]


def test_requests_of_the_page() -> None:
    """They are said as they are."""
    assert own(["trackRequest", "a=1&b=%20"], ["queueRequest", "c=2"]) == ["a=1&b= ", "c=2"]


DATA = {"k": 1}


@pytest.mark.parametrize(
    "command",
    [
        ["trackPageView", "T", DATA, print],
        ["trackEvent", "C", "A", "n", 1, DATA, print],
        ["trackGoal", 1, 2, DATA, print],
        ["trackLink", SITE, "link", DATA, print],
        ["trackRequest", "a=1", DATA, print],
        ["trackSiteSearch", "k", "c", 1, DATA],
    ],
)
def test_data_and_callback(command: list[Any]) -> None:
    """A call's data goes with its request; its callback is told once that has left."""
    speaker = Speaker(["ping"], command, ["ping"])
    assert [one.get("data") for one in speaker.requests()] == [None, '{"k":1}', None]
    called = [one["callback"] for hit in speaker.hits() for one in hit["requests"]]
    assert called == [None, print if print in command else None, None]
    held = Speaker(["requireConsent"], command, ["setConsentGiven", False])
    assert held.hits()[0]["requests"][0]["callback"] is (print if print in command else None)


def test_a_page_view_of_the_lean_tracker() -> None:
    """It has an id, and its callback is told; data is refused: that tracker has none."""
    speaker = Speaker(["trackPageView", "T", DATA, print], language=LEAN)
    assert speaker.told("refuse") == [None]
    assert [one["callback"] for hit in speaker.hits() for one in hit["requests"]] == [print]
    assert [len(one["pv_id"]) for one in speaker.requests()] == [6]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://b.test/", "http://b.test/"),
        ("a", SITE + "d/a"),
        ("/a", SITE + "a"),
        ("?a", SITE + "d/?a"),
        ("#a", SITE + "d/#a"),
        ("//b.test/", "http://www.shop.test//b.test/"),
        ("HTTP://b.test/", SITE + "d/HTTP://b.test/"),
        ("x:y", "x:y"),
        ("", SITE + "d/"),
        (["http://b.test/"], "http://b.test/"),  # in a browser ``location``, by its text
    ],
)
def test_addresses_of_the_page(url: Any, expected: str) -> None:
    """A relative one is resolved as ``matomo.js`` does: against the page's, without a port."""
    page = "http://www.shop.test:8080/d/e?f/g#h/i" if url[:1] == "/" else SITE + "d/e?f/g#h/i"
    assert only(["setCustomUrl", url], ["ping"], url=page)["url"] == expected


@pytest.mark.parametrize(("drops", "expected"), [(False, SITE + "#/d/a"), (True, SITE + "a")])
def test_addresses_of_a_page_with_routes(drops: bool, expected: str) -> None:
    """The last slash may be one of the hash, unless that is not to be told."""
    set_up: list[Any] = ["discardHashTag", drops]
    url = SITE + "#/d/e?f/g"
    assert only(set_up, ["setCustomUrl", "a"], ["ping"], url=url)["url"] == expected


def test_what_is_no_address() -> None:
    """It changes nothing, and is refused."""
    speaker = Speaker(["setCustomUrl", "http://b.test/"], ["setCustomUrl", None])
    assert (speaker.say("getCurrentUrl"), speaker.told("refuse")) == ("http://b.test/", [None])


@pytest.mark.parametrize(("given", "uid"), [("u", "u"), (5, "5"), (0, "0"), (" ", " ")])
def test_users(given: Any, uid: str) -> None:
    """A text or a number is a user; what is none changes nothing, and there is one way to reset."""
    speaker = Speaker(["setUserId", given], ["ping"])
    for none in ("", None, True, ["u"]):
        speaker.say("setUserId", none)
    speaker.say("ping")
    speaker.say("resetUserId")
    speaker.say("ping")
    assert [one.get("uid") for one in speaker.requests()] == [uid, uid, None]


def test_pages_in_files() -> None:
    """A page of the file system says nothing; where its address only begins alike, it does."""
    assert own(["ping"], url="file:///a/b.html") == []
    assert own(["setCustomUrl", "file://x"], ["ping"]) == []
    assert own(["setCustomUrl", SITE + "?file:"], ["ping"]) == ["ping=1"]


def test_page_views_are_counted() -> None:
    """Each, but not one whose title throws, which has dropped what was held."""
    speaker = Speaker(["requireConsent"], ["trackPageView"], ["trackPageView", {"text": None}])
    assert speaker.say("getNumTrackedPageViews") == 1
    speaker.say("trackPageView", "T")
    speaker.say("setConsentGiven", False)
    assert speaker.own() == ["action_name=T"]
