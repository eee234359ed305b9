"""Two destinations on one page, with consents of their own: they share cookies and storage."""

from __future__ import annotations

from typing import Any

from paqbridge.destination.consent_signs import KEY
from paqbridge.hosts.generic import create_generic
from paqbridge.kits.full import FULL
from tests.support.fake_page import FakePage

SETTINGS = {"serverUrl": "https://matomo.example.org"}


def opened(*modes: str) -> list[Any]:
    """Open destinations with these settings of consent."""
    create: Any = create_generic(FULL)
    return [create({**SETTINGS, "siteId": 1, "consent": mode}, None) for mode in modes]


def test_a_refusal_stays_beside_a_yes(fake: FakePage) -> None:
    """The mark of a no to cookies is there for the next page, whatever the other is told."""
    asking, allowed = opened("cookies", "load")
    asking["consent"]["withdraw"]()
    allowed["consent"]["give"](None)
    assert fake.localStorage.items == {KEY: "refused"}
    assert opened("cookies", "load")[0]["consent"]["state"]() == "refused"
