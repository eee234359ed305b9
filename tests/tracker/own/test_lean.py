"""The lean language: a part of the whole one, which does the same with what it has."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest

from paqbridge.commands.grammar import GRAMMAR
from paqbridge.tracker import lean, whole
from tests.tracker.own.heart import Heart, Jar, commands_of, play
from tests.tracker.own.sequences import FAMILIES, sequences
from tests.tracker.own.test_heart import wanted

LEAN = {**lean.FIRST, **lean.LATER}
WHOLE = {**whole.FIRST, **whole.LATER}
OTHERWISE = {
    "trackPageView",
    "requireConsent",
    "forgetConsentGiven",
    "optUserOut",
    "$clicked",
    "$focus",
    "$left",
}
"""What the whole language does more of: content, campaigns that are not told, heart beat, links
between domains, and what could not be sent."""

EVERYWHERE = {"disablePerformanceTracking"}
"""What each sequence says so that its requests can be compared; on CPython nothing is timed."""

SAID_BESIDES = re.compile("&data=|&dimension")
PRIVACY = re.compile("consent|cookie|donottrack|opt(ed)?out|optuserout", re.IGNORECASE)


def test_it_is_a_part() -> None:
    """Each of its commands is one of the whole language, and most are the same function."""
    assert LEAN.keys() <= WHOLE.keys()
    same = [name for name in LEAN if name[0] != "$" and name not in OTHERWISE]
    assert [name for name in same if LEAN[name] != WHOLE[name] and not is_lambda(name)] == []


def is_lambda(name: str) -> bool:
    """Tell whether a command only reads a field of the state."""
    return getattr(LEAN[name], "__name__", "") == "<lambda>"


def test_the_order_is_the_same() -> None:
    """What comes first in a queue comes in the order of the whole language."""
    assert [*lean.FIRST] == [name for name in whole.FIRST if name in lean.FIRST]


def test_it_has_what_lean_builds_send() -> None:
    """Our lean grammar can be spoken."""
    assert GRAMMAR.keys() <= LEAN.keys()


def test_it_has_all_about_privacy() -> None:
    """No command of consent, cookies or Do Not Track is left out that a page may push."""
    asked = {"getCookieDomain", "getCookiePath"}
    assert {name for name in WHOLE if PRIVACY.search(name)} - asked <= LEAN.keys()


def spoken() -> list[dict[str, Any]]:
    """Return the sequences that the lean language can speak, without custom data."""
    every = [one for family in FAMILIES for one in sequences(family)]
    return [one for one in every if is_spoken(one)]


def is_spoken(sequence: dict[str, Any]) -> bool:
    """Tell whether all commands of a sequence are lean ones."""
    names = {str(command[0]) for command in commands_of(sequence)} - EVERYWHERE
    return names <= LEAN.keys() and not SAID_BESIDES.search(" ".join(wanted(sequence)["requests"]))


def test_it_does_the_same() -> None:
    """Sequences of its commands lead to the same requests and cookies."""
    own = spoken()
    assert len(own) >= 150
    for sequence in own:
        assert play(sequence, lean.LEAN) == wanted(sequence), sequence["name"]


@pytest.mark.parametrize(
    "command",
    [["trackEcommerceCartUpdate", 1], ["trackEvent", "C", "A", "n", 1, {"dimension1": 2}]],
)
def test_what_it_lacks_it_says(command: list[Any]) -> None:
    """A command that it has not, and custom data, are refused; the event leaves all the same."""
    jar = Jar()
    jar.host, jar.path = "www.shop.test", "/"
    page = {"url": "http://www.shop.test/", "queue": [], "steps": []}
    heart = Heart(page, jar, 1_795_000_000_000, random.Random(1), lean.LEAN)
    heart.run(command)
    heart.run(command)
    assert heart.refused == 1
    assert [*map(bool, heart.hits)] == [True] * (command[0] == "trackEvent")
