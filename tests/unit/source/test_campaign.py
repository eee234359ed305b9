"""The campaign of the page's URL."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from paqbridge.source.campaign import campaign_of
from tests.support.fake_page import FakePage


@pytest.mark.parametrize(
    ("search", "campaign"),
    [
        ("?utm_campaign=spring&a=b&utm_source=mail", {"name": "spring", "source": "mail"}),
        ("?utm_name=x", {"name": "x"}),
        ("?a=b", None),
        ("", None),
    ],
)
def test_campaign(fake: FakePage, search: str, campaign: dict[str, str] | None) -> None:
    """Parameters by their short names, as Segment's messages have them."""
    fake.location = SimpleNamespace(search=search, href="https://shop.test/" + search)
    assert campaign_of() == campaign
