"""docs/from-segment.md, followed to the letter: Segment's snippets with what it says to change."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.browser.stock_snippets.test_stock_snippets import VERSIONS, as_published
from tests.docs.pages import TOP, named

ORIGIN = "https://shop.example"
FULL = TOP / "dist/analytics.full.min.js"
FIND = {name: block.code for name, block in named("find").items()}
PUT = {name: block.code for name, block in named("put").items()}
CALLS = named("calls")["from_segment"].code
ARRIVES = json.loads(named("arrives")["from_segment"].code)
DOCUMENT = named("document")["from_segment"].code

WAYS = {"document": ["address"], "options": ["address", "options"], "query": ["query"]}
"""Where settings stand -> the steps that change something."""

SCRIPTS = ("/analytics.js/v1/YOUR_WRITE_KEY/analytics.min.js", "/js/analytics.full.min.js")


def changed(snippet: str, steps: list[str]) -> str:
    """Return a snippet after these steps; each finds one place."""
    for step in steps:
        assert snippet.count(FIND[step]) == 1
        snippet = snippet.replace(FIND[step], PUT[step])
    return snippet


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("version", VERSIONS)
def test_the_guide(version: str, way: str, open_page: Callable[..., Page]) -> None:
    """Each snippet, with the settings in each place, leads to the commands that the page shows."""
    snippet = changed(as_published(version, "YOUR_WRITE_KEY"), WAYS[way])
    body = f"<!doctype html><title>Shop</title><script>{snippet}</script><script>{CALLS}</script>"

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).partition("?")[0]
        if path == "/":
            route.fulfill(content_type="text/html", body=body)
        elif path in SCRIPTS:
            route.fulfill(path=FULL)
        elif path == "/v1/projects/YOUR_WRITE_KEY/settings" and way == "document":
            route.fulfill(content_type="application/json", body=DOCUMENT)
        else:
            route.abort()

    page = open_page()
    page.route("**/*", answer)
    page.expected.extend(["Failed to load resource", "Matomo's script is blocked"])  # type: ignore[attr-defined]
    page.goto(ORIGIN)
    page.wait_for_function("count => (window._paq || []).length >= count", arg=len(ARRIVES))
    assert page.evaluate("JSON.parse(JSON.stringify(window._paq))") == ARRIVES
    assert page.evaluate("analytics.user().id()") == "user-7"


def test_nothing_is_left_out() -> None:
    """Each change of the page is one that the test makes."""
    assert FIND.keys() == PUT.keys() == {step for steps in WAYS.values() for step in steps}
