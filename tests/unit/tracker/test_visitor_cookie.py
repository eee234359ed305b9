"""What the visitor's cookie says, and for how long."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import OTHER, SECOND, Speaker

ID = "0123456789abcdef"
HERE = "14d5"
PING: list[Any] = ["ping"]


def life(speaker: Speaker, base: str) -> Any:
    """For how many seconds a cookie is kept."""
    found = [one[1] for (name, *_), one in speaker.jar.kept.items() if name.startswith(base)]
    return found[0] if found else None


def test_lives_of_the_page() -> None:
    """Each may be set, as a number or its text; the visitor's counts from the first visit on."""
    lives = [["setVisitorCookieTimeout", "5000"], ["setReferralCookieTimeout", "70"]]
    speaker = Speaker(*lives, PING, referrer=OTHER)
    assert (life(speaker, "_pk_id"), life(speaker, "_pk_ref")) == (5000, 70)
    speaker.wait(1000)
    speaker.say("ping")
    assert life(speaker, "_pk_id") == 4000
    speaker.wait(3999)
    speaker.say("ping")
    assert life(speaker, "_pk_id") == 1
    speaker.wait(1)
    speaker.say("ping")
    assert life(speaker, "_pk_id") is None
    assert len({one["_id"] for one in speaker.requests()}) == 1
    speaker.say("ping")
    assert speaker.requests()[-1]["_idn"] == "1"


def test_lives_of_no_length() -> None:
    """Where a page says 0, the visit and its source end with the browser, as in ``matomo.js``."""
    lives = [["setSessionCookieTimeout", 0], ["setReferralCookieTimeout", 0]]
    speaker = Speaker(*lives, PING, PING, referrer=OTHER)
    assert (life(speaker, "_pk_ses"), life(speaker, "_pk_ref")) == (None, None)
    assert {*speaker.cookies()} == {"_pk_id", "_pk_ses", "_pk_ref"}


def test_a_life_that_is_no_number() -> None:
    """The visitor is known until the browser ends."""
    speaker = Speaker(["setVisitorCookieTimeout", "long"], PING, PING)
    assert [one["_idn"] for one in speaker.requests()] == ["1", "0"]
    assert life(speaker, "_pk_id") is None


@pytest.mark.parametrize("site", ["", None, 0])
def test_without_a_site(site: Any) -> None:
    """The visit is kept, the visitor is not."""
    assert {*Speaker(["setSiteId", site], PING).cookies()} == {"_pk_ses"}


@pytest.mark.parametrize(
    ("kept", "person"),
    [
        (f"{ID}.1700000000.", ["0", ID, "1700000000"]),
        (f"{ID}.1700000000.5.x.y.z", ["0", ID, "1700000000"]),
        (f"{ID}.1.", ["0", ID, "1"]),
        (f"{ID}.0.", ["0", ID, str(SECOND)]),
        (f"{ID}.-1.", ["0", ID, str(SECOND)]),
        (f"{ID}.x.", ["0", ID, str(SECOND)]),
        (ID, ["0", ID, str(SECOND)]),
        (f"{ID}%2E1700000000%2E", ["0", ID, "1700000000"]),
    ],
)
def test_a_visitor_who_is_known(kept: str, person: list[str]) -> None:
    """The cookie says who, and since when; one that is broken counts from now on."""
    speaker = Speaker()
    speaker.jar.set("first=1;path=/", 0)
    speaker.jar.set(f"_pk_id.7.{HERE}={kept};path=/", 0)
    speaker.jar.set("last=1;path=/", 0)
    assert speaker.say("getVisitorInfo") == person


def test_cookies_of_other_names() -> None:
    """A name that only ends alike is another one."""
    speaker = Speaker()
    speaker.jar.set(f"x_pk_id.7.{HERE}={ID}.1.;path=/", 0)
    assert speaker.say("getVisitorInfo")[0] == "1"


def test_within_a_step() -> None:
    """What a step has written it reads, though the page has not been told yet: one visitor."""
    speaker = Speaker(["requireConsent"], PING, ["setConsentGiven"])
    assert [one["_idn"] for one in speaker.requests()] == ["1", "0"]
    assert speaker.cookies()["_pk_id"] == f"{speaker.requests()[1]['_id']}.{SECOND}."


@pytest.mark.parametrize(("life", "is_new"), [(0, "1"), (1, "0")])
def test_a_life_that_is_over(life: float, is_new: str) -> None:
    """A cookie that is written to be deleted is none, within the step already."""
    speaker = Speaker(["setVisitorCookieTimeout", life], ["requireCookieConsent"], PING)
    speaker.say("setCookieConsentGiven")
    assert speaker.requests()[1]["_idn"] == is_new
