"""Every vector on the shipped minified bundle, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.vectors import by_file, complaints, run_on_cpython
from tests.support.vectors_in_chromium import bundle_text, run_in_chromium

FILES = by_file()


@pytest.mark.parametrize("name", FILES)
def test_commands(name: str, page: Page) -> None:
    """Each call leads to the same commands as the rule asks for and as CPython finds."""
    outcomes = run_in_chromium(page, FILES[name], bundle_text())
    pairs = list(zip(FILES[name], outcomes, strict=True))
    found = [text for vector, outcome in pairs for text in complaints(vector, outcome)]
    assert "\n".join(found) == ""
    drift = [v["name"] for v, outcome in pairs if run_on_cpython(v).commands != outcome.commands]
    assert drift == []


def test_a_changed_bundle_is_noticed(open_page: Callable[..., Page]) -> None:
    """One changed word in the bundle makes vectors fail: they look at the shipped file."""
    changed = bundle_text().replace('"All"', '"Any"')
    outcomes = run_in_chromium(open_page(), FILES["track.json"], changed)
    pairs = zip(FILES["track.json"], outcomes, strict=True)
    assert [text for vector, outcome in pairs for text in complaints(vector, outcome)] != []
