"""A page in a frame of another site, which browsers let have no cookies, but storage of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame

from tests.support.consent import ALL_MODES, until_arrived
from tests.support.sites import Sites
from tests.support.visit import Visit

Shop = Callable[[str], Frame]


@pytest.fixture
def shop(visit: Visit, sites: Sites) -> Iterator[Shop]:
    """Open the page in a frame of another site, and make its calls."""
    visit.expect("There was an error setting cookie")
    visit.expect("has been rejected because it is in a cross-site context")  # Firefox says so
    with sites.site(Path(__file__).parent) as portal:
        portal.files["portal.html"] = f"<iframe src='{visit.address}/page.html'></iframe>"

        def open_one(mode: str) -> Frame:
            visit.go(f"{portal.address}/portal.html")
            frame = visit.page.frames[1]
            frame.wait_for_function("typeof visitShop === 'function'")
            frame.evaluate(f"(visitShop('{mode}', {{}}), 0)")
            return frame

        yield open_one


@pytest.mark.parametrize("mode", ALL_MODES)
def test_a_refusal_counts_on_later_pages(mode: str, visit: Visit, shop: Shop) -> None:
    """There is no cookie of it, so local storage has a mark, until there is a yes."""
    shop(mode).evaluate("(analytics.consent.withdraw(), 0)")
    page = shop(mode)
    assert page.evaluate("analytics.consent.state()") == "refused"
    page.evaluate("(analytics.track('refused'), analytics.consent.give(), 0)")
    page.evaluate("(analytics.track('after'), 0)")
    # A no to cookies is no refusal of the call itself.
    wanted = ["refused", "after"] if mode == "cookies" else ["after"]
    told = until_arrived(visit, *wanted)
    assert [name for name in wanted if name not in told] == []
    assert ("refused" in told) is (mode == "cookies")
    assert shop(mode).evaluate("analytics.consent.state()") != "refused"
