"""Which addresses are the site's own, and which referrers are not to be told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import SITE, Speaker, only, own


def leaves(href: str, domains: Any, **page: Any) -> bool:
    """Tell whether a click on a link leaves the site."""
    set_up = [] if domains is None else [["setDomains", domains]]
    return own(*set_up, ["$clicked", href, "", False, None], **page) != []


@pytest.mark.parametrize(
    ("domains", "inside", "outside"),
    [
        (None, ["www.shop.test/", "www.shop.test:8080/"], ["shop.test/", "a.www.shop.test/"]),
        ("shop.test", ["shop.test/", "www.shop.test/"], ["a.shop.test/", "xshop.test/"]),
        (["a.test", "b.test"], ["a.test/", "b.test/", "www.shop.test/"], ["c.test/"]),
        (["*.a.test"], ["a.test/", "b.a.test/", "c.b.a.test/"], ["xa.test/", "a.test.de/"]),
        ([".a.test"], ["a.test/", "b.a.test/"], ["xa.test/"]),
        (["HTTPS://A.test"], ["a.test/"], ["b.test/"]),
        (["//a.test"], ["a.test/"], ["b.test/"]),
        (["a.test/*"], ["a.test/b", "www.shop.test/"], ["b.test/"]),
        (["*.shop.test"], ["www.shop.test/", "shop.test/", "b.shop.test/"], ["a.test/"]),
        ([], ["www.shop.test/"], ["a.test/"]),
        (5, ["www.shop.test/"], ["a.test/"]),
    ],
)
def test_hosts_of_the_site(domains: Any, inside: list[str], outside: list[str]) -> None:
    """A host, with a star or a point all below it too; the page's own goes without saying."""
    assert [one for one in inside if leaves(f"http://{one}", domains)] == []
    assert [one for one in outside if not leaves(f"http://{one}", domains)] == []


@pytest.mark.parametrize(
    ("path", "inside", "outside"),
    [
        (
            "/shop",
            ["/shop", "/shop/", "/SHOP/a?b#c", "/shop?a", "/shop#a"],
            ["/", "", "/shops", "/a/shop"],
        ),
        ("/shop/", ["/shop", "/shop/", "/shop/a"], ["/shops", "/"]),
        ("/shop*", ["/shop", "/shops", "/shop/a"], ["/", "/sho"]),
        ("/Shop", ["/shop/a"], ["/b"]),
        ("/", ["", "/", "/a"], []),
        ("/*", ["", "/", "/a"], []),
    ],
)
def test_paths_of_the_site(path: str, inside: list[str], outside: list[str]) -> None:
    """A path is a folder, one with a star behind it a beginning; capitals are all one."""
    for host, domain in [("www.shop.test", "www.shop.test"), ("a.test:80", "*.a.test")]:
        domains = [domain + path]
        assert [one for one in inside if leaves(f"http://{host}{one}", domains)] == []
        assert [one for one in outside if not leaves(f"http://{host}{one}", domains)] == []


def test_the_own_host_beside_a_path() -> None:
    """Where one entry has a path, the page's own host is no more a matter of course."""
    assert not leaves(SITE, ["a.test"])
    assert leaves(SITE, ["a.test/b"])
    assert leaves(SITE + "c", ["www.shop.test/b"])
    assert not leaves(SITE + "b/c", ["www.shop.test/b"])


@pytest.mark.parametrize(
    ("domains", "is_taken"),
    [
        (["a.test"], True),
        (["*.a.test"], True),
        (["a.test/b"], True),
        (["a.test/c"], False),
        (["c.test"], False),
    ],
)
def test_links_between_hosts_of_the_site(domains: list[str], is_taken: bool) -> None:
    """A visitor is taken along to what is the site's, host and path."""
    speaker = Speaker(["setDomains", domains], ["enableCrossDomainLinking"])
    address = speaker.say("$clicked", "http://a.test/b", "", False, None)
    assert (address != "http://a.test/b") is is_taken


def test_a_host_that_stands_twice() -> None:
    """The path is what comes behind the first."""
    for address, is_own in [("a.test/b?a.test/c", True), ("a.test/c?a.test/b", False)]:
        assert leaves(f"http://{address}", ["a.test/b"]) is not is_own


@pytest.mark.parametrize(
    ("excluded", "told", "untold"),
    [
        (None, ["http://a.test/", "http://paypal.test/"],
         ["http://paypal.com/", "https://www.paypal.com/a?b", "http://a.paypal.com/"]),
        ("a.test", ["http://b.a.test/", "http://b.test/", "http://paypal.com/"],
         ["http://a.test/", "http://www.a.test/b"]),
        (["www.a.test", ".b.test"], ["http://c.test/"],
         ["http://a.test/", "http://www.a.test/", "http://b.test/", "http://c.b.test/"]),
        (["a.test/pay"], ["http://a.test/", "http://a.test/payed"],
         ["http://a.test/pay", "http://www.a.test/pay/x"]),
        (["wwwa.test"], ["http://a.test/"], ["http://wwwa.test/"]),
    ],
)  # fmt: skip
def test_referrers_that_are_excluded(excluded: Any, told: list[str], untold: list[str]) -> None:
    """PayPal, or what the page says in its place; ``www.`` tells no sites apart."""
    set_up = [] if excluded is None else [["setExcludedReferrers", excluded]]
    for referrer in [*told, *untold]:
        found = only(*set_up, ["ping"], referrer=referrer)
        assert found.get("urlref") == (referrer if referrer in told else None), referrer
