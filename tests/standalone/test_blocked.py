"""A tracker that never comes costs one warning; the page and the host never notice."""

from __future__ import annotations

import pytest

from tests.support.storefront import MATOMO, SETTINGS, STANDALONE, Shop

FAST = SETTINGS.replace("siteId", "timeout: 50, siteId")
READY = "analytics.ready(() => { window.settled = true })"


def warnings(shop: Shop) -> list[str]:
    """Return our own console messages."""
    messages: list[str] = shop.page.messages  # type: ignore[attr-defined]
    return [message for message in messages if "paqbridge" in message]


@pytest.fixture(autouse=True)
def expected(shop: Shop) -> None:
    """The browser itself says that a resource failed, and we warn."""
    shop.page.expected.extend(["Failed to load", "paqbridge: Matomo"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("tracker", ["abort", "missing", "html", "hang"])
def test_one_warning(tracker: str, shop: Shop) -> None:
    """ready settles, calls go on, and there is one warning, whatever is wrong with the file."""
    shop.tracker = tracker
    script = f"analytics.load({FAST}); {READY}; analytics.track('x')"
    page = shop.open(f"{STANDALONE}<script>{script}</script>")
    page.wait_for_function("window.settled")
    page.evaluate("analytics.identify('a'); analytics.reset(); analytics.track('y')")
    page.wait_for_function("performance.now() > 200")
    assert len(warnings(shop)) == 1
    assert shop.commands()[-1] == ["trackEvent", "All", "y", None, None]


def test_offline(shop: Shop) -> None:
    """A visitor who goes offline is no error either."""
    page = shop.open(STANDALONE)
    page.context.set_offline(True)
    shop.tracker = "abort"
    page.evaluate(f"() => {{ analytics.load({FAST}); {READY} }}")
    page.wait_for_function("window.settled")
    assert len(warnings(shop)) == 1


def test_page_without_its_tracker(shop: Shop) -> None:
    """With loadScript false and no tracker of the page's own, ready settles with one warning."""
    settings = FAST.replace("siteId", "loadScript: false, siteId")
    page = shop.open(f"{STANDALONE}<script>analytics.load({settings}); {READY}</script>")
    page.wait_for_function("window.settled")
    assert shop.asked == []
    assert len(warnings(shop)) == 1


def test_late_after_all(shop: Shop) -> None:
    """A tracker that comes after its time is welcome: what waited is sent."""
    shop.tracker = "late"
    script = f"analytics.load({FAST}); {READY}; analytics.identify('a'); analytics.identify('b')"
    page = shop.open(f"{STANDALONE}<script>{script}; analytics.track('x')</script>")
    page.wait_for_function("window.settled")
    shop.release()
    assert [hit["uid"] for hit in shop.hits(1)] == ["b"]


def test_own_queue_is_bounded(shop: Shop) -> None:
    """Behind a blocked tracker 10,000 waiting commands are kept and the newest dropped."""
    shop.tracker = "abort"
    page = shop.open(f"{STANDALONE}<script>analytics.load({FAST}); {READY}</script>")
    page.wait_for_function("window.settled")
    page.evaluate("""() => {
      analytics.identify('a'); analytics.identify('b')
      for (let i = 0; i < 12000; i++) analytics.track('e' + i)
    }""")
    assert len(shop.commands()) == 4
    page.evaluate("() => { window.got = []; window._paq = {push: (c) => { got.push(c) }} }")
    page.evaluate("analytics.page()")
    assert page.evaluate("got.length") == 10_001
    assert page.evaluate("got[9999][2]") == "e9998"


def test_refused_server_url(shop: Shop) -> None:
    """A URL that could run code is refused with one warning, and nothing is injected."""
    shop.page.expected.append("paqbridge: serverUrl")  # type: ignore[attr-defined]
    page = shop.open(STANDALONE)
    page.evaluate("analytics.load({siteId: 1, serverUrl: 'javascript:alert(1)//'})")
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    assert len(warnings(shop)) == 1
    assert MATOMO not in str(shop.asked)
