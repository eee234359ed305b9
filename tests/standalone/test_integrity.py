"""A page that pins a bundle by its sha384 gets that file or none."""

from __future__ import annotations

import json

import pytest

from tests.support.storefront import SETTINGS, STUB, TOP, Shop

BUNDLES = ["analytics.min.js", "classic.min.js"]
SUMS = json.loads((TOP / "dist/integrity.json").read_text("utf-8"))
RAN = "analytics.VERSION !== undefined || window.piwikIntegration !== undefined"


def visit(shop: Shop, bundle: str, text: bytes, integrity: str) -> bool:
    """Open a page whose bundle is ``text``; tell whether that ran."""
    shop.page.route(f"**/dist/{bundle}", lambda route: route.fulfill(body=text))
    load = f"<script>analytics.load({SETTINGS}); analytics.track('queued')</script>"
    script = f'<script src="/dist/{bundle}" integrity="{integrity}" onerror="refused = 1"></script>'
    page = shop.open(f"{STUB}{load}{script}<script>analytics.track('after'); on = 1</script>")
    assert page.evaluate("window.on") == 1
    ran: bool = page.evaluate(RAN)
    assert page.evaluate("window.refused === 1") is not ran
    return ran


def one_flipped(bundle: str) -> bytes:
    """Return a bundle with one bit of its text "All" flipped: still a program."""
    text = (TOP / "dist" / bundle).read_bytes()
    at = text.index(b'"All"') + 1
    return text[:at] + bytes([text[at] ^ 1]) + text[at + 1 :]


@pytest.mark.parametrize("bundle", BUNDLES)
def test_the_file_itself(bundle: str, shop: Shop) -> None:
    """The manifest's sum lets the file run."""
    shop.tracker = "late"
    assert visit(shop, bundle, (TOP / "dist" / bundle).read_bytes(), SUMS[bundle])


@pytest.mark.parametrize("bundle", BUNDLES)
def test_one_flipped_byte(bundle: str, shop: Shop) -> None:
    """A file that differs in one byte is refused; the page goes on, its calls wait in the stub."""
    shop.page.expected.append("Failed to find a valid digest")  # type: ignore[attr-defined]
    assert not visit(shop, bundle, one_flipped(bundle), SUMS[bundle])
    names = shop.page.evaluate("analytics.map((call) => call[0] + ' ' + call[1])")
    assert names == ["load [object Object]", "track queued", "track after"]
    assert shop.asked == []


@pytest.mark.parametrize("bundle", BUNDLES)
def test_the_sum_is_what_refuses(bundle: str, shop: Shop) -> None:
    """Without a sum the file with the flipped byte would run."""
    shop.tracker = "late"
    assert visit(shop, bundle, one_flipped(bundle), "")
