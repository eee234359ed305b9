"""Ours and the real libraries of Segment, each alone on the same page."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.beside.compared import compared
from tests.support.host_script import host_script
from tests.support.visit import Visit

PLACE = "page.html?utm_source=mail&utm_campaign=spring&a=1#part"

Both = Callable[[str, list[dict[str, Any]]], list[list[list[dict[str, Any]]]]]
Side = Callable[[str], Page]


@pytest.fixture
def side(request: pytest.FixtureRequest, visit: Visit, open_page: Callable[[], Page]) -> Side:
    """Open a page with one library, ``ours``, ``next`` or ``classic``."""
    visit.hold_tracker()

    def opened(name: str) -> Page:
        script = host_script(request.path.parent / f"{name}.js")
        visit.site.files[f"{name}.bundle.js"] = script
        page = open_page()
        page.expected.append("Matomo's script is blocked")  # type: ignore[attr-defined]
        page.goto(f"{visit.address}/{PLACE}", wait_until="domcontentloaded")
        page.add_script_tag(url=f"{visit.address}/{name}.bundle.js")
        return page

    return opened


@pytest.fixture
def both(side: Side) -> Both:
    """Make sequences of calls in ours and in a library, at the same time; return the notes."""

    def run(library: str, sequences: list[dict[str, Any]]) -> list[list[list[dict[str, Any]]]]:
        pages = [side(name) for name in dict.fromkeys(["ours", library])]
        for page in pages:
            page.evaluate("(sequences) => { window.notes = beside(sequences) }", sequences)
        found = [json.loads(page.evaluate("notes")) for page in pages]
        for page in pages:
            page.close()  # before its site: what it still waits for is then no error
        return [[compared(one) for one in notes] for notes in found]

    return run
