"""Whole pages do the same task, and what is measured of them is what happens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from bench.whole.departures import Departure
from bench.whole.files import pages_here
from bench.whole.measure import furnish
from bench.whole.pages import PAGES, WholePage
from bench.whole.samples import Samples
from bench.whole.shop import Shop, serving
from bench.whole.visits import PATIENCE, begun, leave, load, load_on_a_phone, opened
from tests.support.tracker_file import TRACKER

HERE = pages_here(TRACKER)[::-1]
"""A run without EVERY_VECTOR plays the first."""
TASK = [
    {"action_name": "Shop"},
    {"e_c": "Account", "e_a": "Created Account", "e_n": "7", "e_v": "30"},
]
BUSY = "for (const end = performance.now() + {}; performance.now() < end;);"
WORK = "window.sum = 0; for (let i = 0; i < 5e6; i++) sum += Math.sqrt(i)"
AT_ONCE = (
    "((r) => {{ r.open('POST', 'matomo.php?e_n={}', false); r.send() }})(new XMLHttpRequest())"
)
"""Arrives before anything else is sent; beacons overtake one another."""
LATE_EVENT = "setTimeout(() => navigator.sendBeacon('matomo.php?e_n=' + n), 5000)"


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    """A shop that has every page."""
    with serving() as shop:
        furnish(shop, HERE, TRACKER)
        yield shop


def faulty(shop: Shop, script: str, event: str = "") -> WholePage:
    """Put a page there that does what none should, after its page view."""
    page = WholePage("faulty", "faulty", "faulty.js", inline="", stub=False, event=event)
    shop.put("faulty.html", page.markup(str))
    shop.put("faulty.js", f"navigator.sendBeacon('matomo.php?action_name=Shop');{script}")
    return page


@pytest.mark.parametrize("whole", HERE, ids=[page.name for page in HERE])
def test_a_page_does_the_task(whole: WholePage, shop: Shop, chromium: Browser) -> None:
    """The page view and the event arrive with the same words, whatever the page has."""
    with opened(chromium) as (page, _):
        visited = begun(page, shop, whole)
        page.evaluate(f"(n) => {{ {whole.event} }}", "7")
        assert shop.wait(visited, 2, PATIENCE)
    seen = [
        {name: hit.get(name) for name in want} for hit, want in zip(visited.hits, TASK, strict=True)
    ]
    assert seen == TASK


def test_the_files_that_have_been_built() -> None:
    """A page is left out where a file is missing: a build that is not there, the real tracker."""
    assert {"bare", "own", "solo"} <= {page.name for page in pages_here(None)}
    assert [page for page in pages_here(None) if "matomo.js" in (page.script, page.tracker)] == []
    assert pages_here(TRACKER, [WholePage("none", "none", "none.min.js")]) == []
    assert {page.name for page in PAGES} - {page.name for page in HERE} <= {"full_solo"}


def test_a_page_that_is_left_is_looked_at(shop: Shop, chromium: Browser) -> None:
    """The loops of both events count, but not the next page's time; what never comes is lost."""
    loops = [
        f"addEventListener('{name}', () => {{ {BUSY.format(150)} }})"
        for name in ("beforeunload", "pagehide")
    ]
    samples, departure = Samples(), Departure(2, 0.0, 0.4)
    leave(chromium, shop, faulty(shop, ";".join(loops), LATE_EVENT), departure, samples)
    solo = next(page for page in HERE if page.name == "solo")
    leave(chromium, shop, solo, departure, samples)
    row = samples.departure(departure)
    blocked = samples.found[f"{departure.name}_blocked_ms"]
    assert blocked[0] >= 300 > blocked[1]
    assert (row["arrived"], row["sent"], row["in_order"]) == (1 + 3, 6, 2)


def test_order_is_looked_at(shop: Shop, chromium: Browser) -> None:
    """Events that arrive in another order than they are numbered in are told of."""
    samples, departure = Samples(), Departure(2, 0.0)
    for first in (9, 1):
        page = faulty(
            shop, AT_ONCE.format(first), "n == 1 && navigator.sendBeacon('matomo.php?e_n=5')"
        )
        leave(chromium, shop, page, departure, samples)
    assert samples.found[f"{departure.name}_in_order"] == [False, True]


def test_a_start_is_looked_at(shop: Shop, chromium: Browser) -> None:
    """Work of a script is time of scripts; a phone takes longer for it, and for the way there."""
    samples = Samples()
    page = faulty(shop, WORK)
    # The least and the most of some: other work of the machine makes both longer.
    for _ in range(3):
        load(chromium, shop, page, samples)
        load_on_a_phone(chromium, shop, page, samples)
    script, longest = min(samples.found["script_ms"]), max(samples.found["phone_longest_ms"])
    assert longest > 2 * script > 20
    assert max(samples.found["phone_long_tasks"]) >= 1
    assert max(samples.found["phone_first_hit_ms"]) > 300
