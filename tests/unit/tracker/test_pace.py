"""When requests leave, and how many together."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import Speaker

EVENT: list[Any] = ["trackEvent", "C", "A"]
LATE = "&uadata=%7B%7D&cookie=1&res=1280x720"
"""What a request says only as it leaves."""


def sizes(speaker: Speaker) -> list[int]:
    """How many requests are in each hit that has left."""
    return [len(hit["requests"]) for hit in speaker.hits()]


def test_the_first_leaves_at_once() -> None:
    """Those of the next 800 ms leave together at their end, later ones of one moment as well."""
    speaker = Speaker(EVENT)
    assert (sizes(speaker), speaker.told("wake")) == ([1], [])
    speaker.wait(0.3)
    speaker.say(*EVENT)
    speaker.say(*EVENT)
    assert (sizes(speaker), speaker.told("wake")) == ([1], [500])
    speaker.wait(0.5)
    speaker.say("$window")
    assert sizes(speaker) == [1, 2]
    speaker.wait(1)
    speaker.say(*EVENT)
    assert (sizes(speaker), speaker.told("wake")) == ([1, 2], [500, -1000])
    speaker.say("$window")
    speaker.say("$window")
    assert sizes(speaker) == [1, 2, 1]


def test_a_clock_that_is_put_back() -> None:
    """Nothing waits for it: the window is as long as ever."""
    speaker = Speaker(EVENT)
    speaker.wait(-3600)
    speaker.say(*EVENT)
    assert speaker.told("wake") == [800]


def test_a_page_that_is_left_waits_for_nothing() -> None:
    """What comes then, while it is hidden, leaves at once; shown again, it waits as before."""
    speaker = Speaker(EVENT, EVENT)
    speaker.facts["is_hidden"] = True
    speaker.say("$left")
    assert sizes(speaker) == [1, 1]
    speaker.say(*EVENT)
    speaker.say(*EVENT)
    assert sizes(speaker) == [1, 1, 1, 1]
    speaker.facts["is_hidden"] = False
    speaker.say(*EVENT)
    assert sizes(speaker) == [1, 1, 1, 1]


def test_a_page_that_is_hidden_from_the_start() -> None:
    """In a tab behind another one the second request waits, too: side by side with the first it
    could be another visit."""
    speaker = Speaker()
    speaker.facts["is_hidden"] = True
    for _ in range(3):
        speaker.say(*EVENT)
    assert (sizes(speaker), speaker.told("wake")) == ([1], [800])
    speaker.wait(0.8)
    speaker.say("$window")
    assert sizes(speaker) == [1, 2]


def test_a_page_that_is_left() -> None:
    """All that waits leaves, in its order, in one."""
    speaker = Speaker(*[["trackEvent", "C", str(number)] for number in range(5)])
    speaker.say("$left")
    assert sizes(speaker) == [1, 4]
    assert [text.partition("&e_a=")[2][0] for text in speaker.queries()] == [*"01234"]
    speaker.say("$left")
    assert sizes(speaker) == [1, 4]


@pytest.mark.parametrize(("count", "expected"), [(50, [50]), (51, [50, 1]), (120, [50, 50, 20])])
def test_fifty_at_most(count: int, expected: list[int]) -> None:
    """A bulk has fifty requests, and the next one the rest."""
    speaker = Speaker(EVENT, *[EVENT] * count)
    speaker.say("$window")
    assert sizes(speaker) == [1, *expected]


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (14992, [4, 4, 1]),
        (15000, [4, 4, 1]),
        (15002, [3, 3, 3]),
        (29992, [2, 2, 2, 2, 1]),
        (60000, [1] * 9),
        (90000, [1] * 9),
    ],
)
def test_as_much_as_a_beacon_takes(length: int, expected: list[int]) -> None:
    """The requests of a bulk have 60,000 characters together; what is larger goes alone."""
    text = "x" * (length - len(LATE))
    speaker = Speaker(EVENT, ["setCustomRequestProcessing", lambda _: text], *[EVENT] * 9)
    speaker.say("$window")
    assert sizes(speaker) == [1, *expected]
    assert {len(text) for text in speaker.queries()[1:]} == {length}


def test_without_bulk() -> None:
    """For a server that takes none, each request leaves alone, in order."""
    speaker = Speaker(["disableQueueRequest"], *[["trackGoal", number] for number in range(4)])
    speaker.say("$window")
    assert sizes(speaker) == [1] * 4
    assert [text[:9] for text in speaker.queries()] == [f"idgoal={n}&" for n in range(4)]


def test_client_hints_come_first() -> None:
    """Until the browser has said them nothing leaves; then all does, in its order, with them."""
    speaker = Speaker(EVENT, ["ping"], hints="")
    assert speaker.hits() == []
    speaker.say("$hints", "%7Bh%7D")
    speaker.say("$hints", "other")
    assert [text[:4] for text in speaker.queries()] == ["e_c=", "ping"]
    assert ["uadata=%7Bh%7D&" in text for text in speaker.queries()] == [True] * 2


def test_client_hints_that_come_too_late() -> None:
    """A page that is left says those that need not be asked for."""
    speaker = Speaker(EVENT, hints="", low_hints="low")
    speaker.say("$left")
    assert [one["uadata"] for one in speaker.requests()] == ["low"]


def test_do_not_track() -> None:
    """Where it is asked for and the browser refuses, nothing leaves, and nothing is kept."""
    for is_refusing, asked, count in [(True, True, 0), (True, False, 2), (False, True, 2)]:
        speaker = Speaker(["ping"], is_refusing=is_refusing)
        speaker.jar.kept.clear()
        speaker.say("setDoNotTrack", asked)
        speaker.say(*EVENT)
        speaker.say("ping")
        assert (len(speaker.queries()), speaker.cookies() != {}) == (1 + count, count > 0)
        speaker.say("setDoNotTrack", False)
        speaker.say("ping")
        assert len(speaker.queries()) == 2 + count
