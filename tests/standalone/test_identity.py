"""The user id is kept where Segment keeps it, and only when there is one."""

from __future__ import annotations

from tests.support.storefront import LOADED, Shop


def test_kept_across_pages(shop: Shop) -> None:
    """The id is JSON in cookie and local storage, and an identify() on the next page sends it."""
    page = shop.open(LOADED + "<script>analytics.identify('user 7', {plan: 'pro'})</script>")
    assert page.evaluate("localStorage.getItem('ajs_user_id')") == '"user 7"'
    assert "ajs_user_id=%22user%207%22" in page.evaluate("document.cookie")
    shop.tracker = "late"
    page = shop.open(LOADED + "<script>analytics.identify()</script>", "/next")
    assert page.evaluate("analytics.user().id()") == "user 7"
    assert shop.commands()[3:] == [["setUserId", "user 7"]]


def test_cookie_is_the_sites(shop: Shop) -> None:
    """The cookie is valid for all hosts of the site, for a year, and is no third party's."""
    shop.open(LOADED + "<script>analytics.identify(5000)</script>")
    (cookie,) = [c for c in shop.page.context.cookies() if c["name"] == "ajs_user_id"]
    assert cookie["domain"] == ".shop.test"
    assert cookie["sameSite"] == "Lax"
    assert cookie["value"] == "5000"


def test_endless_id(shop: Shop) -> None:
    """Of an id of 5 MB, which no cookie takes, the 200 characters that Matomo keeps are kept."""
    page = shop.open(LOADED + "<script>analytics.identify('x'.repeat(5e6))</script>")
    kept = "x" * 200
    assert page.evaluate("localStorage.getItem('ajs_user_id')") == f'"{kept}"'
    assert f"ajs_user_id=%22{kept}%22" in page.evaluate("document.cookie")
    assert page.evaluate("analytics.user().id()") == kept


def test_segments_storage_is_read(shop: Shop) -> None:
    """An id that Segment's libraries stored, with or without quotes, is taken over."""
    page = shop.open()
    page.evaluate("document.cookie = 'ajs_user_id=plain-id'")
    page = shop.open(LOADED)
    assert page.evaluate("analytics.user().id()") == "plain-id"


def test_nothing_stored_without_identity(shop: Shop) -> None:
    """Pages and events touch no storage of ours."""
    page = shop.open(LOADED + "<script>analytics.page(); analytics.track('x')</script>")
    shop.hits(2)
    assert "ajs" not in page.evaluate("document.cookie + JSON.stringify(localStorage)")


def test_logout(shop: Shop) -> None:
    """reset forgets the id here and in Matomo, at its place among the calls."""
    page = shop.open(
        LOADED + "<script>analytics.identify('a'); analytics.track('in'); analytics.reset();"
        "analytics.track('out'); analytics.identify('b'); analytics.track('again')</script>"
    )
    hits = [hit for hit in shop.hits(3) if "e_a" in hit]
    assert [(hit["e_a"], hit.get("uid")) for hit in hits] == [
        ("in", "a"),
        ("out", None),
        ("again", "b"),
    ]
    assert page.evaluate("analytics.user().id()") == "b"


def test_storage_blocked(shop: Shop) -> None:
    """Where the page may store nothing the id is known as long as the page is open."""
    shop.page.add_init_script("""
      const deny = () => { throw new DOMException('denied', 'SecurityError') }
      Object.defineProperty(window, 'localStorage', {get: deny})
      Object.defineProperty(Document.prototype, 'cookie', {get: deny, set: deny})
    """)
    shop.tracker = "late"
    page = shop.open(LOADED + "<script>analytics.identify('a'); analytics.identify()</script>")
    assert page.evaluate("analytics.user().id()") == "a"
    assert shop.commands()[3:] == [["setUserId", "a"]]
