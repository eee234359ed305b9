"""Links between the domains of a site, which take the visitor along."""

from __future__ import annotations

from hashlib import sha1
from typing import Any

import pytest

from tests.unit.tracker.speaking import OTHER, SECOND, SITE, Speaker

ID = "0123456789abcdef"


CROSSING: list[list[Any]] = [
    ["setDomains", ["www.shop.test", "blog.test"]],
    ["enableCrossDomainLinking"],
    ["setVisitorId", ID],
]


def led_to(href: str, *commands: list[Any], classes: str = "", saved: bool = False) -> str:
    """Return the address that a link is to have, with a sign for what it says of the visitor."""
    speaker = Speaker(*commands)
    found: str = speaker.say("$clicked", href, classes, saved, None)
    return found.replace(speaker.say("getCrossDomainLinkingUrlParameter"), "VISITOR")


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("http://blog.test/", "http://blog.test/?VISITOR"),
        ("http://blog.test/a?b=1", "http://blog.test/a?b=1&VISITOR"),
        ("http://blog.test/a#c", "http://blog.test/a?VISITOR#c"),
        ("http://blog.test/?pk_vid=old&b=1#c?d", "http://blog.test/?b=1&VISITOR#c?d"),
        ("http://blog.test/?ignore_referrer=1#a", "http://blog.test/?ignore_referrer=1&VISITOR#a"),
        (SITE, SITE),
        (OTHER, OTHER),
        ("http://blog.test/a.pdf", "http://blog.test/a.pdf"),
    ],
)
def test_a_link_to_another_host_of_the_site(href: str, expected: str) -> None:
    """It takes the visitor along, ahead of the hash; what is told of as a click does not."""
    assert led_to(href, *CROSSING) == expected
    assert led_to(href, *CROSSING, ["disableCrossDomainLinking"]) == href
    assert led_to(href, *CROSSING[:1]) == href


@pytest.mark.parametrize(
    "wish",
    [["setExcludedQueryParams", ["b"]], ["disableCampaignParameters"], ["discardHashTag", True]],
)
def test_what_a_link_has_besides(wish: list[Any]) -> None:
    """It stays: the page there needs what is not to be told of."""
    address = "http://blog.test/?b=1&utm_source=s"
    assert led_to(address + "#c", *CROSSING, wish) == address + "&VISITOR#c"


def test_who_has_followed_a_link() -> None:
    """Is kept here as well, although nothing else was told of this page."""
    speaker = Speaker(*CROSSING[:2])
    address = speaker.say("$clicked", "http://blog.test/", "", False, None)
    there = address.partition("pk_vid=")[2][:16]
    assert speaker.cookies() == {"_pk_id": f"{there}.{SECOND}."}
    asked = Speaker()
    there = asked.say("getCrossDomainLinkingUrlParameter").partition("=")[2][:16]
    assert asked.cookies() == {"_pk_id": f"{there}.{SECOND}."}


def test_a_link_that_a_class_makes_one() -> None:
    """One inside the site that counts as leaving it, saves, or is ignored, takes nobody along."""
    address = "http://blog.test/"
    assert led_to(address, *CROSSING, classes="piwik_link") == address
    assert led_to(address, *CROSSING, saved=True) == address
    assert led_to(address, *CROSSING, classes="piwik_ignore") == address


@pytest.mark.parametrize("refusal", [["disableCookies"], ["requireConsent"]])
def test_where_nobody_is_known(refusal: list[str]) -> None:
    """A link stays as it is: the digits of the browser are nothing to tell without consent."""
    assert led_to("http://blog.test/", *CROSSING[:2], refusal) == "http://blog.test/"


def test_what_is_said_of_the_visitor() -> None:
    """The id, the second, and six digits of this browser; the next page takes it from there."""
    speaker = Speaker(*CROSSING)
    said = speaker.say("getCrossDomainLinkingUrlParameter")
    assert said.startswith(f"pk_vid={ID}{SECOND}")
    assert len(said) == len("pk_vid=") + 32
    speaker.wait(0.9)  # to ``matomo.js`` there, a second to come is of no visitor
    assert speaker.say("getCrossDomainLinkingUrlParameter") == said
    assert said != Speaker(*CROSSING, browser="another").say("getCrossDomainLinkingUrlParameter")


def test_the_digits_of_a_browser() -> None:
    """They are of its name, and of its features as ``matomo.js`` has them: an object in JSON."""
    page: dict[str, Any] = {"browser": "Mozilla", "features": "&pdf=1&java=0"}
    said = Speaker(*CROSSING, **page).say("getCrossDomainLinkingUrlParameter")
    assert said.endswith(sha1(b'Mozilla{"pdf":"1","java":"0"}').hexdigest()[:6])
