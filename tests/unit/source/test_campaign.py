"""The campaign of the page's URL."""

from __future__ import annotations

import pytest

from paqbridge.source.campaign import campaign_of


@pytest.mark.parametrize(
    ("search", "campaign"),
    [
        ("?utm_campaign=spring&a=b&utm_source=mail", {"name": "spring", "source": "mail"}),
        ("?utm_name=x", {"name": "x"}),
        ("?a=b", None),
        ("#utm_source=x", None),
        ("", None),
    ],
)
def test_campaign(search: str, campaign: dict[str, str] | None) -> None:
    """Parameters by their short names, as Segment's messages have them."""
    assert campaign_of("https://shop.test/" + search) == campaign


def test_no_url() -> None:
    """A page may not say its address."""
    assert campaign_of(None) is None
