"""One step: what a command does to the state, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import ENDPOINT, SITE, Speaker


def test_a_field_takes_what_is_given() -> None:
    """The first argument, or nothing where there is none."""
    speaker = Speaker(["setSiteId", "a", "b"])
    assert speaker.say("getSiteId") == "a"
    speaker.say("setSiteId")
    assert speaker.say("getSiteId") is None


def test_what_can_be_no_text() -> None:
    """It throws with its command, and not at each request after it; nothing has changed."""

    class Unreadable:
        def __str__(self) -> str:
            raise ValueError("no text")

    speaker = Speaker()
    with pytest.raises(ValueError, match="no text"):
        speaker.say("setSiteId", Unreadable())
    assert speaker.say("getSiteId") == 7


@pytest.mark.parametrize("command", [["setSiteId", 1], ["enableCrossDomainLinking"], ["noCommand"]])
def test_who_asks_nothing_gets_no_answer(command: list[Any]) -> None:
    """Nor that to a question before."""
    speaker = Speaker()
    assert speaker.say("getTrackerUrl") == ENDPOINT
    assert speaker.say(*command) is None


def test_each_name_is_refused_once() -> None:
    """What is no command, and what is not spoken; each by its own name."""
    speaker = Speaker()
    for name in ["noCommand", "setSiteID", None, "noCommand", "getCookie", "getCookie"]:
        speaker.say(name, 1, 2)
    assert speaker.told("refuse") == [None] * 4


def test_what_is_refused_changes_nothing_else() -> None:
    """The next command is followed."""
    speaker = Speaker(["noCommand"], ["ping"])
    assert speaker.own() == ["ping=1"]


@pytest.mark.parametrize("name", ["setLinkTrackingTimer", "setRequestQueueInterval"])
def test_what_is_not_needed(name: str) -> None:
    """It is taken without a word."""
    speaker = Speaker([name, 500])
    assert speaker.effects == []


NONE: list[Any] = [None, 5, {"a": 1}, True, []]


@pytest.mark.parametrize("given", NONE)
def test_lists_that_are_none(given: Any) -> None:
    """Whatever is no list and no text is an empty list."""
    speaker = Speaker(
        ["setLinkClasses", given], ["setCampaignNameKey", given], url=SITE + "?5=c&a=c"
    )
    speaker.say("$clicked", SITE, "5 a true", False, None)
    speaker.say("ping")
    assert [one.get("_rcn", "ping") for one in speaker.requests()] == ["ping"]


def test_what_stands_in_a_list() -> None:
    """It is text, whatever it was."""
    speaker = Speaker(["setLinkClasses", [None, 5]], ["$clicked", SITE, "a 5", False, None])
    assert speaker.own() == [f"link={SITE}"]
