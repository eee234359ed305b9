"""Addresses and titles in every host's real library: those of a call's moment, and the caller's."""

from __future__ import annotations

from tests.hosts.host import Host, in_hosts


def addresses(host: Host) -> list[str]:
    """The address of each request that has arrived, without the host's name."""
    return [hit["url"].removeprefix(host.address) for hit in host.requests()]


@in_hosts()
def test_routes(host: Host) -> None:
    """A route of a single-page application arrives with its own URL, title and referrer."""
    host.begin()
    host.wait_until_live()
    host.do("host.page()")
    host.do("""
      history.pushState({}, '', '/shirts#blue')
      document.title = 'Shirts'
      host.page()
    """)
    assert host.commands() == [
        ["trackPageView"],
        ["setReferrerUrl", f"{host.address}/page.html"],
        ["setCustomUrl", f"{host.address}/shirts#blue"],
        ["setDocumentTitle", "Shirts"],
        ["trackPageView"],
    ]
    _, view = host.requests()
    assert (view["action_name"], view["url"]) == ("Shirts", f"{host.address}/shirts#blue")


@in_hosts()
def test_routes_in_a_row(host: Host) -> None:
    """Routes at once, and a way back, before the tracker: each call has the facts of its moment."""
    host.hold_tracker()
    host.begin()
    host.do("""
      history.pushState({}, '', '/welcome')
      document.title = 'Welcome'
      host.page()
      history.pushState({}, '', '/shirts')
      document.title = 'Shirts'
      host.page()
      history.pushState({}, '', '/welcome')
      document.title = 'Welcome back'
      host.page()
    """)
    host.release_tracker()
    views = [(hit["url"].removeprefix(host.address), hit["action_name"]) for hit in host.requests()]
    assert views == [("/welcome", "Welcome"), ("/shirts", "Shirts"), ("/welcome", "Welcome back")]


CANONICAL = """
  document.querySelectorAll('link').forEach((one) => one.remove())
  const link = document.createElement('link')
  link.rel = 'canonical'
  link.href = '{href}'
  document.head.appendChild(link)
"""


CANONICALS = (
    "/", "https://shop.test/about?a=1", "/shop/about", "shop/about?next=/a/b",
    "http://[", "https://shop.test:99999/about",
)  # fmt: skip


@in_hosts()
def test_one_canonical_link_for_all_routes(host: Host) -> None:
    """What a host makes of the link is no URL of the caller's: routes are views of their own."""
    host.begin()
    host.wait_until_live()
    for href in CANONICALS:
        host.do(CANONICAL.replace("{href}", href) + "host.page()")
        host.do("history.pushState({}, '', '/shirts?size=m#blue'); host.page()")
        host.do("history.pushState({}, '', '/cart'); host.page({url: '/virtual'})")
        host.do("host.page({path: '/checkout'}); history.pushState({}, '', '/page.html')")
    routes = ["/page.html", "/shirts?size=m#blue", "/virtual", "/checkout"]
    assert addresses(host) == routes * len(CANONICALS)


@in_hosts()
def test_a_title_of_the_callers(host: Host) -> None:
    """The document's title at the call is none of the caller's, any other is."""
    host.begin(pageTitle="name")
    host.wait_until_live()
    host.do("host.page({title: 'Mine'})")
    host.do("document.title = 'Home'; host.page()")
    assert [hit["action_name"] for hit in host.requests()] == ["Mine", "Home"]


@in_hosts()
def test_routes_that_differ_by_their_hash(host: Host) -> None:
    """Hosts leave the hash out, and hand calls over when the next route may be there already."""
    host.begin()
    host.wait_until_live()
    host.do("""
      host.page()
      location.hash = '#/shirts'
      host.page()
      location.hash = '#/cart'
      host.page()
    """)
    assert addresses(host) == [
        "/page.html", "/page.html#/shirts", "/page.html#/cart"
    ]  # fmt: skip


@in_hosts()
def test_one_canonical_link_for_routes_in_a_row(host: Host) -> None:
    """Three routes at once: no host's URL tells them apart."""
    host.begin()
    host.wait_until_live()
    host.do(
        CANONICAL.replace("{href}", "/")
        + """
      host.page()
      history.pushState({}, '', '/shirts?size=m#blue')
      host.page()
      history.pushState({}, '', '/cart')
      host.page()
    """
    )
    assert addresses(host) == [
        "/page.html", "/shirts?size=m#blue", "/cart"
    ]  # fmt: skip


@in_hosts()
def test_a_search_of_the_callers(host: Host) -> None:
    """Beside a path of the caller's the address's search is a host's, any other the caller's."""
    host.begin()
    host.wait_until_live()
    host.do("history.pushState({}, '', '/shirts?size=m'); host.page({path: '/cart'})")
    host.do("host.page({path: '/cart', search: '?step=2'})")
    # A search that the caller has left out of the canonical link may be a secret.
    host.do(CANONICAL.replace("{href}", "/pay") + "history.pushState({}, '', '/pay?token=1')")
    host.do("host.page({url: new URL('/pay', location.href).href, path: '/pay', search: ''})")
    assert addresses(host) == [
        "/cart", "/cart?step=2", "/pay"
    ]  # fmt: skip


@in_hosts()
def test_a_route_that_comes_after_its_call(host: Host) -> None:
    """The caller's word for the address to come stays theirs when consent finds the page there."""
    host.begin(consent="tracking")
    host.wait_until_live()
    host.do("""
      history.pushState({}, '', '/shop?size=m')
      host.page({path: '/cart'})
      host.page({path: '/cart', search: '?step=2'})
      host.page({url: new URL('/cart?step=2', location.href).href})
      history.pushState({}, '', '/cart?step=2')
    """)
    host.run("matomo.consent.give()")
    assert addresses(host) == ["/cart", "/cart?step=2", "/cart?step=2"]


@in_hosts()
def test_a_canonical_link_that_has_changed_since(host: Host) -> None:
    """What a host made of the link of then is no URL of the caller's when consent comes."""
    host.begin(consent="tracking")
    host.wait_until_live()
    host.do(
        CANONICAL.replace("{href}", "/shirts")
        + """
      history.pushState({}, '', '/shirts?size=m#blue')
      host.page()
      link.href = '/cart'
      history.pushState({}, '', '/cart?step=2#pay')
      host.page()
      link.remove()
      history.pushState({}, '', '/thanks#')
      host.page()
    """
    )
    host.run("matomo.consent.give()")
    assert addresses(host) == [
        "/shirts?size=m#blue", "/cart?step=2#pay", "/thanks#"
    ]  # fmt: skip


@in_hosts()
def test_an_empty_title_of_the_callers(host: Host) -> None:
    """It is none: the view has the document's of then, though the next route may be there."""
    host.begin()
    host.wait_until_live()
    host.do("host.page()")
    host.do("""
      history.pushState({}, '', '/shirts')
      document.title = 'Shirts'
      host.page({title: ''})
      history.pushState({}, '', '/cart')
      document.title = 'Cart'
      host.page({title: ' '})
    """)
    assert [hit["action_name"] for hit in host.requests()] == ["Shop", "Shirts", "Cart"]
