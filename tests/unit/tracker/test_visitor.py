"""Who the visitor is: drawn, kept, given by the page, or brought by a link of another domain."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.tracker.lean import LEAN
from tests.unit.tracker.speaking import SECOND, SITE, Speaker

ID = "0123456789abcdef"
PING: list[Any] = ["ping"]
CROSSING: list[Any] = ["enableCrossDomainLinking"]


def ids(*commands: list[Any], **page: Any) -> list[tuple[str, str]]:
    """Return each request's id, and whether it is a new one."""
    return [(one["_id"], one["_idn"]) for one in Speaker(*commands, **page).requests()]


def test_a_new_visitor() -> None:
    """16 digits are drawn, of all that there are, and kept."""
    (first, is_new), (second, is_known) = ids(PING, PING)
    assert (first == second, is_new, is_known) == (True, "1", "0")
    assert ids(["disableCookies"], PING) == [("", "1")]


def test_all_digits_are_drawn() -> None:
    """A source of randomness that gives its ends gives the first digit and the last."""
    speaker = Speaker()
    numbers = iter([place / 16 for place in range(16)])
    speaker.facts["random"] = lambda: next(numbers)
    assert speaker.say("getVisitorId") == ID
    speaker = Speaker()
    speaker.facts["random"] = lambda: 0.9999999
    assert speaker.say("getVisitorId") == "f" * 16


def test_a_browser_without_cookies() -> None:
    """There nobody is drawn who would be another one at the next request."""
    assert ids(PING, takes_cookies=False) == [("", "1")]


def test_cookies_that_come_to_nothing() -> None:
    """Who is drawn stays, as long as the page lives; each site has one of its own."""
    speaker = Speaker()
    for site in [7, 7, 8, 7]:
        speaker.jar.kept.clear()
        speaker.say("setSiteId", site)
        speaker.say("ping")
    first, second, other, again = [one["_id"] for one in speaker.requests()]
    assert (first == second == again, first != other) == (True, True)


@pytest.mark.parametrize("given", [ID, ID.upper(), "0" * 16, ID + "0" * 16, "x" + ID])
def test_an_id_of_the_page(given: str) -> None:
    """It is taken, kept at once, and wins over the one that is kept; without cookies too."""
    assert Speaker(["setVisitorId", given]).cookies() == {"_pk_id": f"{given}.{SECOND}."}
    speaker = Speaker(PING, ["setVisitorId", given], PING)
    assert (speaker.requests()[1]["_id"], speaker.told("refuse")) == (given, [])
    assert speaker.cookies()["_pk_id"] == f"{given}.{SECOND}."
    assert ids(["disableCookies"], ["setVisitorId", given], PING) == [(given, "1")]
    speaker.jar.kept.clear()
    speaker.say("ping")
    assert [one["_idn"] for one in speaker.requests()] == ["1", "0", "1"]


@pytest.mark.parametrize("given", ["", ID[1:], "g" + ID[1:], ID[1:] + "-" + ID[1:], None, 5])
def test_an_id_that_is_none(given: Any) -> None:
    """It is refused, and changes nothing."""
    speaker = Speaker(["setVisitorId", ID], ["setVisitorId", given], PING)
    assert (speaker.requests()[0]["_id"], speaker.told("refuse")) == (ID, [None])


def brought(seconds: float, *commands: list[Any], **page: Any) -> str:
    """Return who the visitor is that a link has led here, so many seconds after the click."""
    there = Speaker(["setVisitorId", ID])
    said = there.say("getCrossDomainLinkingUrlParameter")
    here = Speaker(*commands, url=f"{SITE}?a=b&{said}", **page)
    here.wait(seconds)
    found: str = here.say("getVisitorId")
    return found


@pytest.mark.parametrize(
    ("seconds", "commands", "is_taken"),
    [
        (0, [CROSSING], True),
        (180, [CROSSING], True),
        (181, [CROSSING], False),
        (-1, [CROSSING], False),
        (1, [], False),
        (5, [CROSSING, ["setCrossDomainLinkingTimeout", 5]], True),
        (6, [CROSSING, ["setCrossDomainLinkingTimeout", 5]], False),
        (1, [CROSSING, ["disableCrossDomainLinking"]], False),
        (1, [["setVisitorId", "f" * 16], CROSSING], True),
    ],
)
def test_a_link_of_another_domain(seconds: float, commands: list[Any], is_taken: bool) -> None:
    """It brings the visitor, for three minutes or as the page says, where that is asked for."""
    assert (brought(seconds, *commands) == ID) is is_taken


def test_a_link_that_somebody_else_follows() -> None:
    """On another device it brings nobody."""
    assert brought(1, CROSSING, browser="another") != ID


def test_a_link_wins_over_the_cookie() -> None:
    """Who has been here before is by now who comes from there."""
    jar = Speaker(PING).jar
    assert brought(1, CROSSING, jar=jar) == ID
    assert jar.kept


@pytest.mark.parametrize("change", [(0, "x"), (15, "-"), (16, "x"), (26, "x"), (31, "x")])
def test_a_link_that_was_changed(change: tuple[int, str]) -> None:
    """Letters of the id are nobody's business; all else must be as it was made."""
    there = Speaker(["setVisitorId", ID])
    said = list(there.say("getCrossDomainLinkingUrlParameter").partition("=")[2])
    said[change[0]] = change[1]
    for text in ("".join(said), "".join(said) + "0", "".join(said)[:-1]):
        here = Speaker(CROSSING, url=f"{SITE}?pk_vid={text}")
        is_taken = text == "".join(said) and change == (0, "x")
        assert (here.say("getVisitorId") == text[:16]) is is_taken, text


def test_the_lean_tracker_takes_none() -> None:
    """It has no links between domains."""
    there = Speaker(["setVisitorId", ID])
    url = f"{SITE}?{there.say('getCrossDomainLinkingUrlParameter')}"
    here = Speaker(CROSSING, url=url, language=LEAN)
    assert (here.say("getVisitorId") == ID, here.told("refuse")) == (False, [None])
