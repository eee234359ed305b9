"""The vectors of the full mapping through the real analytics.js-core, with ``classic.full.mjs``."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.classic_host import TOP, host_text
from tests.support.opt_in import EVERY_VECTOR
from tests.support.vectors import by_file
from tests.support.vectors_in_chromium import run_in_chromium
from tests.vectors.test_in_classic_host import own_complaints

FILES = by_file(Path(__file__).parent)
PLAYED = [name for name in FILES if EVERY_VECTOR or name[:-5] in ("events", "start")]
LEFT_OUT: dict[str, list[str]] = {}


@pytest.fixture(scope="module")
def host() -> str:
    """The host with the shipped module."""
    return host_text(TOP / "dist/classic.full.mjs")


@pytest.mark.parametrize("name", PLAYED)
def test_commands(name: str, page: Page, host: str) -> None:
    """The host's calls lead to the commands that the rule asks for."""
    outcomes = run_in_chromium(page, FILES[name], host)
    left_out = [one for names in LEFT_OUT.values() for one in names]
    pairs = zip(FILES[name], outcomes, strict=True)
    found = {vector["name"]: own_complaints(vector, outcome) for vector, outcome in pairs}
    assert "\n".join(t for one, texts in found.items() if one not in left_out for t in texts) == ""
    assert [one for one in left_out if found.get(one) == []] == []
