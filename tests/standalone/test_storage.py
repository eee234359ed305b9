"""A page that forbids storage gets the same commands, and knows its user as long as it is open."""

from __future__ import annotations

import pytest

from tests.support.storefront import LOADED, Shop
from tests.support.visit_log import CLEAN_LOG, log_of, page_of

THROW = "throw new DOMException('The operation is insecure.', 'SecurityError')"
BLOCKED = {
    "cookies throw": (
        f"Object.defineProperty(document, 'cookie', {{get() {{ {THROW} }}, set() {{ {THROW} }}}})"
    ),
    "cookies are empty": (
        "Object.defineProperty(document, 'cookie', {get() { return '' }, set() {}})"
    ),
    "no local storage": f"Object.defineProperty(window, 'localStorage', {{get() {{ {THROW} }}}})",
    "local storage is full": (
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    ),
    "local storage cannot be read": f"Storage.prototype.getItem = () => {{ {THROW} }}",
}
FRAME = '<iframe sandbox="allow-scripts" src="/framed"></iframe>'
IDENTITY = """<script>
  const ids = [], note = () => { ids.push(String(analytics.user().id())) }
  note(); analytics.identify('u1'); note(); analytics.page(); analytics.identify(); note()
  analytics.identify(7); note(); analytics.reset(); note()
  document.body.insertAdjacentHTML('beforeend', '<pre>' + ids + '</pre>')
</script>"""
IDS = "undefined,u1,u1,7,undefined"


@pytest.mark.parametrize("kind", BLOCKED)
def test_same_commands(kind: str, shop: Shop) -> None:
    """What is stored or not changes no command, and nothing is thrown."""
    assert log_of("standalone", shop, f"<script>{BLOCKED[kind]}</script>") == CLEAN_LOG


@pytest.mark.parametrize("kind", BLOCKED)
def test_same_user(kind: str, shop: Shop) -> None:
    """The user id holds from a login to the next or to the logout, without any storage to help."""
    shop.tracker = "late"  # not ours to answer for: trackers touch cookies as well
    page = shop.open(f"<script>{BLOCKED[kind]}</script>{LOADED}{IDENTITY}")
    assert page.locator("pre").text_content() == IDS


def framed(shop: Shop, body: str) -> str:
    """Return what a page writes that runs in a sandbox, as an origin that has no storage at all."""
    shop.tracker = "late"
    shop.page.route(
        "**/framed",
        lambda route: route.fulfill(content_type="text/html", body=f"<!doctype html><body>{body}"),
    )
    frame = shop.open(FRAME).frame_locator("iframe")
    return frame.locator("pre").text_content() or ""


def test_same_commands_in_a_sandbox(shop: Shop) -> None:
    """An opaque origin, where cookies and local storage both throw, gets the same commands."""
    assert framed(shop, page_of("standalone")).splitlines() == CLEAN_LOG


def test_same_user_in_a_sandbox(shop: Shop) -> None:
    """An opaque origin knows its user as long as the page is open."""
    assert framed(shop, LOADED + IDENTITY) == IDS


def test_a_sandbox_has_no_storage(shop: Shop) -> None:
    """The sandbox of these tests does forbid cookies and local storage."""
    tried = """<pre></pre><script>
      for (const store of ['document.cookie', 'localStorage']) {
        let found = 'open'
        try { eval(store) } catch (error) { found = error.name }
        document.querySelector('pre').append(store + ': ' + found + '. ')
      }
    </script>"""
    assert framed(shop, tried) == "document.cookie: SecurityError. localStorage: SecurityError. "
