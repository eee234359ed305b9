"""Content blocks: what is said of them, and when the page is asked to look for some."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import OTHER, SITE, Speaker, own


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["n", "p", "t"], ["c_n=n&c_p=p&c_t=t&ca=1"]),
        ([" n ", "\tp", "t\n"], ["c_n=n&c_p=p&c_t=t&ca=1"]),
        (["n"], ["c_n=n&c_p=Unknown&ca=1"]),
        (["n", "", ""], ["c_n=n&c_p=Unknown&ca=1"]),
        (["n", 5, None], ["c_n=n&c_p=5&ca=1"]),
        (["n", 0, 7], ["c_n=n&c_p=Unknown&c_t=7&ca=1"]),
        (["", "p", "t"], []),
        (["  ", "p", "t"], []),
        ([], []),
        ([5, "p"], ["c_n=5&c_p=p&ca=1"]),
        ([0, "p"], []),
    ],
)
def test_an_impression_by_hand(arguments: list[Any], expected: list[str]) -> None:
    """It has a name; what else is missing is unknown, and there may be no target."""
    assert own(["trackContentImpression", *arguments]) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["click", "n", "p", "t"], ["c_i=click&c_n=n&c_p=p&c_t=t&ca=1"]),
        ([" click ", " n", "p ", " t"], ["c_i=click&c_n=n&c_p=p&c_t=t&ca=1"]),
        (["click", "n"], ["c_i=click&c_n=n&c_p=Unknown&ca=1"]),
        (["", "n"], []),
        ([" ", "n"], []),
        ([5, "n"], ["c_i=5&c_n=n&c_p=Unknown&ca=1"]),
        (["click", ""], []),
        (["click"], []),
    ],
)
def test_an_interaction_by_hand(arguments: list[Any], expected: list[str]) -> None:
    """It has a name, and a block that has one."""
    assert own(["trackContentInteraction", *arguments]) == expected


def test_blocks_that_were_shown() -> None:
    """Each is told once for a page view, those of another name, piece or target apart."""
    first, second, third = ["n", "p", "t"], ["n", "p", "u"], ["", "", ""]
    speaker = Speaker(["$shown", [first, second, first]], ["$shown", [second, third]])
    expected = ["c_n=n&c_p=p&c_t=t&ca=1", "c_n=n&c_p=p&c_t=u&ca=1", "c_n=Unknown&c_p=Unknown&ca=1"]
    assert speaker.own() == expected
    speaker.say("trackPageView", "T")
    speaker.say("$shown", [first])
    assert speaker.own()[3:] == ["action_name=T", expected[0]]


def test_a_search_is_a_page_too() -> None:
    """After it blocks are told again."""
    speaker = Speaker(["$shown", [["n", "p", "t"]]], ["trackSiteSearch", "k"])
    speaker.say("$shown", [["n", "p", "t"]])
    assert len(speaker.queries()) == 3


@pytest.mark.parametrize(
    ("interaction", "said"), [("hover", "hover"), (" a ", " a "), ("", "Unknown"), (5, "5")]
)
def test_what_was_done_with_a_block(interaction: Any, said: str) -> None:
    """Each time is told; without a word for it, it is unknown."""
    speaker = Speaker(*[["$touched", interaction, ["n", "p", "t"]]] * 2)
    assert speaker.own() == [f"c_i={said}&c_n=n&c_p=p&c_t=t&ca=1"] * 2


def test_clicks_in_blocks() -> None:
    """They are told where the block was shown, in any page view, and no link tells of them."""
    block = ["n", "p", "t"]
    assert Speaker(["$pressed", block]).own() == []
    assert Speaker(["$shown", [block]], ["$pressed", block]).own()[1:] == [
        "c_i=click&c_n=n&c_p=p&c_t=t&ca=1"
    ]
    speaker = Speaker(["$shown", [block]], ["trackPageView"], ["$pressed", block, "a link"])
    assert speaker.own()[2:] == ["c_i=click&c_n=n&c_p=p&c_t=t&ca=1"]
    speaker.say("enableLinkTracking")
    speaker.say("$pressed", block, "a link")
    assert len(speaker.queries()) == 3
    speaker = Speaker(["enableLinkTracking"], ["trackPageView"], ["$shown", [block]])
    speaker.say("$clicked", SITE, "", False, block)
    assert speaker.own()[2:] == ["c_i=click&c_n=n&c_p=p&c_t=t&ca=1"]
    speaker = Speaker(["$shown", [block]], ["$clicked", OTHER, "", False, block])
    assert [one.partition("=")[0] for one in speaker.own()[1:]] == ["link"]


def test_what_the_page_is_asked_for() -> None:
    """To watch for blocks in view, anew at each page view, and in an element; to look for all."""
    speaker = Speaker(["trackPageView"], ["trackSiteSearch", "k"])
    assert speaker.told("visible") == []
    speaker.say("trackVisibleContentImpressions")
    assert speaker.told("visible") == [None]
    speaker.say("trackPageView")
    speaker.say("trackSiteSearch", "k")
    speaker.say("trackContentImpressionsWithinNode", "node")
    assert speaker.told("visible") == [None, None, None, "node"]
    speaker.say("trackAllContentImpressions", "ignored")
    assert speaker.told("blocks") == [None]
    speaker.say("trackContentInteractionNode", "node", "click")
    assert speaker.told("touch") == [["node", "click"]]


def test_what_is_inside_an_element() -> None:
    """All of it is told, if there is one, and nothing is watched."""
    speaker = Speaker(["trackContentImpressionsWithinNode", "node"])
    speaker.say("trackContentImpressionsWithinNode", None)
    assert (speaker.told("blocks"), speaker.told("visible")) == (["node"], [])


def test_what_is_in_view_already() -> None:
    """It is not told again because the page asks to watch, but in its next page view."""
    speaker = Speaker(["$shown", [["n", "p", "t"]]], ["trackVisibleContentImpressions"])
    speaker.say("$shown", [["n", "p", "t"]])
    assert len(speaker.queries()) == 1
