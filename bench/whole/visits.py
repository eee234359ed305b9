"""What is measured of a whole page: how it starts, and what becomes of it when it is left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, CDPSession, Page

from bench.whole.departures import Departure
from bench.whole.pages import WholePage
from bench.whole.phone import phone
from bench.whole.samples import Samples
from bench.whole.shop import Shop, Visited

PATIENCE = 20.0
"""Seconds for the first hit of a page, on a busy machine."""

LATE = 0.5
"""Seconds for the hits of a page that has been left: what has not come by then is lost."""

# Listeners that come first and last, around those of the page: two stretches of time, with the
# network's between them.
WATCH = """let began, blocked = 0
const begin = () => { began = performance.now() }
const end = () => { sessionStorage.blocked = blocked += performance.now() - began }
addEventListener('beforeunload', begin, true)
addEventListener('pagehide', begin, true)
window.leave = (event, count, wait, next) => {
  addEventListener('beforeunload', end)
  addEventListener('visibilitychange', end)
  setTimeout(() => {
    for (let n = 1; n <= count; n++) event(String(n))
    location.href = next
  }, wait)
}"""


@contextmanager
def opened(browser: Browser, script: str = "") -> Iterator[tuple[Page, CDPSession]]:
    """Give a page of somebody who has never been here, with the protocol of its tools."""
    context = browser.new_context()
    try:
        page = context.new_page()
        if script:
            page.add_init_script(script)
        yield page, context.new_cdp_session(page)
    finally:
        context.close()


def begun(page: Page, shop: Shop, whole: WholePage) -> Visited:
    """Open a page and wait for its first hit; TimeoutError where none comes."""
    address = shop.begin(whole.name)
    page.goto(address)
    return arrived(shop, whole, address)


def arrived(shop: Shop, whole: WholePage, address: str) -> Visited:
    """Return a visit when its first hit has come; TimeoutError where none comes."""
    visited = shop.of(address)
    if not shop.wait(visited, 1, PATIENCE):
        raise TimeoutError(f"{whole.title}: no hit in {PATIENCE} s")
    return visited


def waited(visited: Visited) -> float:
    """Return the milliseconds from the request for the page to its first hit."""
    return 1000 * (visited.first_hit - visited.began)


def load(browser: Browser, shop: Shop, whole: WholePage, samples: Samples) -> None:
    """Load a page as fast as this machine can."""
    with opened(browser) as (page, session):
        session.send("Performance.enable")
        visited = begun(page, shop, whole)
        metrics = session.send("Performance.getMetrics")["metrics"]
    took = next(one["value"] for one in metrics if one["name"] == "ScriptDuration")
    samples.add("requests", visited.requests)
    samples.add("bytes", visited.bytes)
    samples.add("first_hit_ms", waited(visited))
    samples.add("script_ms", 1000 * took)


def load_on_a_phone(browser: Browser, shop: Shop, whole: WholePage, samples: Samples) -> None:
    """Load a page as a phone would."""
    with phone(browser) as page:
        address = shop.begin(whole.name)
        page.send("Page.navigate", url=address)
        visited = arrived(shop, whole, address)
        tasks = page.long_tasks()
    samples.add("phone_first_hit_ms", waited(visited))
    samples.add("phone_long_tasks", len(tasks))
    samples.add("phone_longest_ms", max(tasks, default=0))


def leave(
    browser: Browser, shop: Shop, whole: WholePage, departure: Departure, samples: Samples
) -> None:
    """Make events some time after the page view and leave at once."""
    with opened(browser, WATCH) as (page, _):
        visited = begun(page, shop, whole)
        run = f"([count, wait, next]) => leave((n) => {whole.event}, count, wait, next)"
        with page.expect_navigation(url="**/next*"):
            next_page = f"next?{departure.answer}"
            page.evaluate(run, [departure.events, 1000 * departure.after, next_page])
        shop.wait(visited, departure.events + 1, LATE)
        blocked = float(page.evaluate("sessionStorage.blocked"))
    labels = [int(hit["e_n"]) for hit in visited.hits if "e_n" in hit]
    samples.add(f"{departure.name}_blocked_ms", blocked)
    samples.add(f"{departure.name}_arrived", 1 + len(set(labels)))
    samples.add(f"{departure.name}_in_order", labels == sorted(labels))
