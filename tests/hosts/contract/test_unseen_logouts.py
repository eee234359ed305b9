"""Logouts that we never hear of, in every host that knows its user over page loads."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hosts.host import PAGE, Host, in_hosts

SETTINGS: dict[str, Any] = {
    "dimensions": {"traits.plan": 2},
    "ecommerce": True,
    "newVisitOnReset": True,
}
LOGIN = """
  host.identify('ann', { plan: 'pro' })
  host.track('Product Added', { sku: 'shirt', price: 5 })
  host.page()
"""


def begin_again(host: Host, path: str, **more: Any) -> None:
    """Load another page, and start the host there."""
    host.write(PAGE, path)
    host.run("(settings) => { host.start(settings) }", {**SETTINGS, **more})


def told(host: Host) -> list[dict[str, str]]:
    """What the next view and cart say of the visitor."""
    host.wait_until_live()
    host.do("host.page(); host.track('Product Added', { sku: 'hat', price: 7 })")
    names = ("uid", "dimension2", "new_visit", "revenue")
    return [
        {name: hit[name] for name in names if name in hit}
        for hit in host.requests()
        if "e_a" not in hit
    ]


@in_hosts("memory")
def test_right_before_a_page_load(host: Host) -> None:
    """Cart and dimensions are not the next visitor's; the visit is another."""
    host.begin(**SETTINGS)
    host.do(LOGIN)
    host.requests()
    begin_again(host, "account.html")
    host.do("host.page()")
    host.requests()
    host.run("() => { host.reset() }")
    begin_again(host, "home.html")
    assert told(host) == [{"new_visit": "1"}, {"revenue": "7"}]


@in_hosts("memory")
@pytest.mark.parametrize("calls", ["host.reset(); host.identify('bob')", "host.identify('bob')"])
def test_on_a_page_without_us(host: Host, calls: str) -> None:
    """Who is there then has neither the cart nor the dimensions of who was there before."""
    host.begin(**SETTINGS)
    host.do(LOGIN)
    host.requests()
    host.expect("siteId")
    begin_again(host, "elsewhere.html", siteId=0)
    host.do(calls)
    begin_again(host, "home.html")
    view, cart = told(host)
    assert view == {"uid": "bob", "new_visit": "1"}
    assert cart == {"uid": "bob", "revenue": "7"}


@in_hosts("memory")
def test_the_same_user(host: Host) -> None:
    """Who is still there has both, and so has a guest who logs in."""
    host.begin(**SETTINGS)
    host.do("host.track('Product Added', { sku: 'shirt', price: 5 })")
    host.requests()
    begin_again(host, "login.html")
    host.do("host.page(); host.identify('ann', { plan: 'pro' })")
    host.requests()
    begin_again(host, "home.html")
    view, cart = told(host)
    assert view == {"uid": "ann", "dimension2": "pro"}
    assert cart == {"uid": "ann", "revenue": "12"}
