"""The examples of the docs, pasted into a page as a reader would, do what the docs say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, Route

from demo.matomo_double import STAND_IN
from tests.docs.pages import TOP, Block, named
from tests.support.host_script import host_script

EXAMPLES = named("example")
COMMANDS = {name: json.loads(block.code) for name, block in named("commands").items()}
EXPLAINED = {name: json.loads(block.code) for name, block in named("explained").items()}
DOCUMENTS = named("document")
ORIGIN = "https://shop.example"

MATOMO = "https://matomo.example.org"
LONG = 300_000
"""Milliseconds after which a library that gathers calls has sent them all."""


@pytest.mark.parametrize("name", COMMANDS)
def test_example(name: str, open_page: Callable[..., Page], tmp_path: Path) -> None:
    """The example leads to the commands that the page shows.

    Whatever host library it has: what leaves goes to the page's host or to Matomo.
    """
    hosts: set[str] = set()

    def take(route: Route) -> None:
        hosts.add(re.match(r"\w+://[^/]*", route.request.url)[0])  # type: ignore[index]
        answer(route, name, tmp_path)

    page = open_page()
    page.context.route("**/*", take)
    page.expected.append("Failed to load resource")  # type: ignore[attr-defined]
    page.expected.append("Matomo's script is blocked")  # type: ignore[attr-defined]
    page.clock.install()
    page.set_default_timeout(8000)
    page.goto(ORIGIN)
    page.wait_for_function("count => (window._paq || []).length >= count", arg=len(COMMANDS[name]))
    assert page.evaluate("JSON.parse(JSON.stringify(window._paq))") == COMMANDS[name]
    page.clock.run_for(LONG)
    page.goto(f"{ORIGIN}/dist/integrity.json")  # libraries may send what they have as the page goes
    assert hosts <= {ORIGIN, MATOMO}


@pytest.mark.parametrize("name", EXPLAINED)
def test_explained(name: str, open_page: Callable[..., Page], tmp_path: Path) -> None:
    """The example, where Matomo answers, explains itself as the page shows."""
    page, _ = with_tracker(open_page, name, tmp_path)
    seen = page.evaluate("JSON.parse(JSON.stringify(analytics.explain()))")
    assert seen == EXPLAINED[name]


def test_consent_by_a_button(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """Nothing leaves before the button of the consent example; the page view leaves with it."""
    page, hits = with_tracker(open_page, "consent", tmp_path)
    assert hits == []
    with page.expect_request("**/piwik.php*"):
        page.click("#yes")
    assert page.evaluate("analytics.consent.state()") == "remembered"
    assert "action_name=Shop" in hits[0]


def test_links_and_forms(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """The link and the form of the example send their events."""
    for element, event in {"#plans": "Plans", "#sign-up button": "Signed"}.items():
        page, _ = with_tracker(open_page, "links", tmp_path)
        page.expected.append("Failed to load resource")  # type: ignore[attr-defined]
        with page.expect_request("**/piwik.php*") as sent:
            page.click(element)
        assert f"e_a={event}" in sent.value.url


def test_tracker(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """Matomo's own snippet with the address of our tracker sends the page view."""
    page = open_page()
    page.route("**/*", lambda route: answer(route, "tracker", tmp_path))
    page.route(f"{MATOMO}/matomo.php*", lambda route: route.fulfill(status=204))
    page.expected.append("Failed to load resource")  # type: ignore[attr-defined]
    with page.expect_request("**/matomo.php*") as sent:
        page.goto(ORIGIN)
    (wanted,) = json.loads(named("hits")["tracker"].code)
    seen = dict(parse_qsl(urlsplit(sent.value.url).query))
    assert {name: seen[name] for name in wanted} == wanted


def with_tracker(open_page: Callable[..., Page], name: str, folder: Path) -> tuple[Page, list[str]]:
    """Open an example where the stand-in for Matomo's tracker is live; return its hits, too."""
    hits: list[str] = []

    def take(route: Route) -> None:
        hits.append(route.request.url)
        route.fulfill(status=204)

    page = open_page()
    page.route("**/*", lambda route: answer(route, name, folder))
    page.route("**/piwik.js", lambda route: route.fulfill(path=STAND_IN))
    page.route("**/piwik.php*", take)
    page.goto(ORIGIN)
    page.wait_for_function("window._paq && !Array.isArray(_paq)", timeout=8000)
    return page, hits


def answer(route: Route, name: str, folder: Path) -> None:
    """Serve the page and our files; Matomo itself is out of reach."""
    url = route.request.url
    if url.startswith(f"{ORIGIN}/dist/"):
        route.fulfill(path=TOP / url.removeprefix(f"{ORIGIN}/"))
    elif url == f"{ORIGIN}/":
        route.fulfill(content_type="text/html", body=page_for(EXAMPLES[name], folder))
    elif url == f"{ORIGIN}/v1/projects/shop/settings":
        route.fulfill(content_type="application/json", body=DOCUMENTS[name].code)
    elif url.startswith(f"{ORIGIN}/v1/"):  # where RudderStack's SDK delivers to
        route.fulfill(body="")
    else:
        route.abort()


def page_for(example: Block, folder: Path) -> str:
    """Return the page that a reader would make of an example."""
    code = example.code
    body = code if example.language == "html" else f"<script>{bundled(code, folder)}</script>"
    return f"<!doctype html><title>Shop</title><body>{body}"


def bundled(code: str, folder: Path) -> str:
    """Bundle a module as its reader would; the package's name leads to dist/ as when installed."""
    entry = folder / "example.js"
    entry.write_text(code, "utf-8")
    return host_script(entry).replace("</script", "<\\/script")
