"""Whenever the tracker arrives, requests leave in the order of the calls, as their user."""

from __future__ import annotations

import pytest

from tests.support.storefront import LOADED, SETTINGS, STANDALONE, Shop

VISIT = """analytics.track('before'); analytics.identify('a'); analytics.track('as a');
analytics.reset(); analytics.track('nobody'); analytics.identify('b'); analytics.track('as b')"""


def users(shop: Shop, count: int) -> list[tuple[str, str | None]]:
    """Return each event and the user it was recorded for."""
    return [(hit["e_a"], hit.get("uid")) for hit in shop.hits(count) if "e_a" in hit]


def test_late(shop: Shop) -> None:
    """Calls before the tracker: logins after the first wait, so that no event changes its user."""
    shop.tracker = "late"
    shop.open(f"{LOADED}<script>{VISIT}</script>")
    shop.release()
    # The tracker applies the first login ahead of all: an event before it is the same person's.
    assert users(shop, 4) == [("before", "a"), ("as a", "a"), ("nobody", None), ("as b", "b")]


def test_in_the_middle(shop: Shop) -> None:
    """A tracker that arrives between two calls changes neither order nor user."""
    shop.tracker = "late"
    page = shop.open(f"{LOADED}<script>{VISIT}</script>")
    shop.release()
    page.evaluate("analytics.reset(); analytics.track('out'); analytics.identify('c')")
    page.evaluate("analytics.track('as c')")
    assert users(shop, 6)[-2:] == [("out", None), ("as c", "c")]


def test_live(shop: Shop) -> None:
    """With a tracker that is there each call goes through at once."""
    page = shop.open(LOADED)
    page.wait_for_function("!Array.isArray(window._paq)")
    page.evaluate(VISIT)
    assert users(shop, 4) == [("before", None), ("as a", "a"), ("nobody", None), ("as b", "b")]


def test_pages_own_pushes(shop: Shop) -> None:
    """What the page pushes itself is neither cut nor reordered."""
    shop.tracker = "late"
    page = shop.open(
        "<script>_paq = [['trackEvent', 'own', 'first']]</script>"
        f"{LOADED}<script>analytics.track('ours');"
        "_paq.push(['trackEvent', 'own', 'second'])</script>"
    )
    assert [c[2] for c in shop.commands() if c[0] == "trackEvent"] == ["first", "ours", "second"]
    shop.release()
    assert [name for name, _ in users(shop, 3)] == ["first", "ours", "second"]
    assert page.evaluate("window.sent.length") == 3


@pytest.mark.parametrize("load_script", ["true", "false"])
def test_pages_own_snippet(load_script: str, shop: Shop) -> None:
    """Beside Matomo's own snippet nothing is complained of and nothing is lost."""
    shop.tracker = "late"
    own = """<script>
      var _paq = window._paq = window._paq || [];
      _paq.push(['trackPageView']);
      _paq.push(['setTrackerUrl', 'https://matomo.test/matomo.php']);
      _paq.push(['setSiteId', '9']);
    </script><script async src="https://matomo.test/matomo.js"></script>"""
    settings = SETTINGS.replace("siteId", f"loadScript: {load_script}, siteId")
    shop.open(
        f"{own}{STANDALONE}<script>analytics.load({settings}); analytics.track('ours')</script>"
    )
    shop.release()
    view, event = shop.hits(2)
    assert (view["idsite"], event["e_a"], event["idsite"]) == ("9", "ours", "1")


def test_ten_thousand_before_load(shop: Shop) -> None:
    """10,000 calls before the tracker, and 1,000 after, arrive all and in order."""
    shop.tracker = "late"
    page = shop.open(LOADED)
    page.evaluate("() => { for (let i = 0; i < 10000; i++) analytics.track('e' + i) }")
    shop.release()
    page.evaluate("() => { for (let i = 10000; i < 11000; i++) analytics.track('e' + i) }")
    page.wait_for_function("sent.length === 11000", timeout=90_000)
    assert page.evaluate("sent.every((url, i) => url.includes('e_a=e' + i + '&'))")
