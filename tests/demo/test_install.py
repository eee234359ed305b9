"""The Install panel shows the README's snippet with the tab's settings, and it works so."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from playwright.sync_api import Page

from tests.demo.test_page_settings import hits
from tests.docs.pages import named

LOAD = re.compile(r"analytics\.load\(\{.*?\}\);", re.DOTALL)
EARLY = "<script>analytics.track('Early')</script>"


@pytest.fixture
def shown(demo: Page) -> str:
    """What the panel shows."""
    return demo.locator("#snippet").text_content() or ""


def test_it_is_the_snippet_of_the_readme(shown: str, demo_address: str) -> None:
    """Line by line, but for the settings, the addresses and the calls that follow."""
    readme = named("example")["standalone"].code
    wanted, _, _ = readme.partition("<script>\n  analytics.identify")
    assert LOAD.sub("", shown.replace(demo_address, "")) == LOAD.sub("", wanted.rstrip())
    assert len(LOAD.findall(shown)) == len(LOAD.findall(wanted)) == 1


def test_it_works_in_a_page(shown: str, demo: Page, demo_address: str, demo_app: Flask) -> None:
    """Pasted as it stands: the page view and a call that is made at once arrive, in their order."""
    body = f"<!doctype html><title>Pasted</title>{shown}{EARLY}"
    demo.route("**/pasted", lambda route: route.fulfill(content_type="text/html", body=body))
    demo.goto(f"{demo_address}/pasted")
    seen = [(hit.get("action_name"), hit.get("e_a")) for hit in hits(demo_app, 3)[1:]]
    assert seen == [("Pasted", None), (None, "Early")]
