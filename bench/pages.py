"""One Chromium, and a fresh page for every look at a lane."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, sync_playwright

from bootstrap.browser import launch_options

HARNESS = Path(__file__).with_name("page.js")
ORIGIN = "https://bench.test"
# Isolated pages get a clock of 5 microseconds instead of 100.
HEADERS = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
}
# A young generation that holds a whole sample: a collection would take its bytes away.
FLAGS = ["--enable-precise-memory-info", "--js-flags=--expose-gc --min-semi-space-size=64"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser of the tests, with a look at its memory."""
    options = launch_options()
    options["args"] = [*options["args"], *FLAGS]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser) -> Iterator[Page]:
    """Open a page that nobody has been on, with the harness; nothing leaves this machine."""
    page = browser.new_page()
    try:
        page.route("**/*", answer)
        page.goto(ORIGIN)
        page.add_script_tag(path=HARNESS)
        yield page
    finally:
        page.context.close()


def answer(route: Route) -> None:
    """Answer the page itself, and whatever a library sends to its own servers."""
    is_page = route.request.resource_type == "document"
    body = "<!doctype html><title>bench</title><body>" if is_page else "{}"
    kind = "text/html" if is_page else "application/json"
    route.fulfill(headers={**HEADERS, "content-type": kind}, body=body)
