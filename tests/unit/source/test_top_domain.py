"""The domain that cookies are set for."""

from __future__ import annotations

from paqbridge.source.top_domain import top_domain
from tests.support.fake_page import FakePage, under_host


def test_the_shortest_that_takes_cookies() -> None:
    """A public suffix takes none: they are tried from there upwards."""
    tried: list[str] = []

    def takes(domain: str) -> bool:
        tried.append(domain)
        return domain == "shop.co.uk"

    with under_host(FakePage("www.a.shop.co.uk")):
        assert top_domain(takes) == "shop.co.uk"
    assert tried == ["co.uk", "shop.co.uk"]
