"""The heart beat: one ping as a page is left that was looked at for a while."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import Speaker

BEAT: list[Any] = ["enableHeartBeatTimer", 10]
VIEW: list[Any] = ["trackPageView"]


def pings(speaker: Speaker) -> int:
    """How many pings have left."""
    return speaker.own().count("ping=1")


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ([10], 10),
        ([], 15),
        ([0], 15),
        ([None], 15),
        (["20"], 20),
        ([5], 5),
        ([6], 6),
        ([4], 5),
        ([1], 5),
        ([-9], 5),
        (["x"], 5),
    ],
)
@pytest.mark.parametrize("ending", ["$blur", "$left"])
def test_when_it_is_due(given: list[Any], seconds: int, ending: str) -> None:
    """After so many seconds, five at least and fifteen where nothing is said; not sooner."""
    for extra, expected in [(-0.001, 0), (0, 1)]:
        speaker = Speaker(["enableHeartBeatTimer", *given], VIEW)
        speaker.wait(seconds + extra)
        speaker.say(ending)
        assert pings(speaker) == expected, extra


def test_without_it() -> None:
    """Who has not asked for it, or has it no more, gets no ping, however long the page was seen."""
    for commands in ([], [BEAT, ["disableHeartBeatTimer"]]):
        speaker = Speaker(*commands, VIEW)
        speaker.wait(9999)
        speaker.say("$left")
        assert pings(speaker) == 0


def test_not_without_a_hit() -> None:
    """A page that has said nothing says no ping."""
    speaker = Speaker(BEAT)
    speaker.wait(60)
    speaker.say("$blur")
    assert pings(speaker) == 0


@pytest.mark.parametrize("what", [["trackEvent", "C", "A"], ["$focus"]])
def test_not_soon_after_a_hit_or_the_focus(what: list[str]) -> None:
    """What was sent has told it already, and time during which nobody looked counts for nothing;
    the ping itself is such a hit."""
    speaker = Speaker(BEAT, VIEW)
    speaker.wait(60)
    speaker.say(*what)
    speaker.wait(9)
    speaker.say("$blur")
    assert pings(speaker) == 0
    speaker.wait(1)
    speaker.say("$blur")
    assert pings(speaker) == 1
    speaker.say("$left")
    assert pings(speaker) == 1


def test_the_focus_is_watched_once() -> None:
    """However often it is asked for; another time takes the place of the one before."""
    assert Speaker().told("focus") == []
    assert Speaker(BEAT).told("focus") == [None]
    speaker = Speaker(BEAT, ["enableHeartBeatTimer", 5], VIEW)
    assert speaker.told("focus") == [None]
    speaker.wait(5)
    speaker.say("$blur")
    assert pings(speaker) == 1


def test_it_can_be_ended_first() -> None:
    """Who ends what was not begun can still begin it."""
    speaker = Speaker(["disableHeartBeatTimer"], BEAT, VIEW)
    assert speaker.told("focus") == [None]
    speaker.wait(10)
    speaker.say("$blur")
    assert pings(speaker) == 1


def test_the_ping_leaves_with_the_page() -> None:
    """As the page goes, all that waits is sent, the ping last."""
    speaker = Speaker(BEAT, VIEW)
    speaker.wait(60)
    speaker.say("$left")
    (_, last) = speaker.hits()
    assert "ping=1" in last["requests"][-1]["text"]
