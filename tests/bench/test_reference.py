"""The hand-written reference leads to the same commands as ours, but for what it does not guard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from bench.lanes import REFERENCE
from bench.scripts import library_text
from tests.support.opt_in import EVERY_VECTOR
from tests.support.vectors import by_file, complaints
from tests.support.vectors_in_chromium import run_in_chromium

pytestmark = pytest.mark.skipif(not EVERY_VECTOR, reason="it takes long: set EVERY_VECTOR")

Vector = dict[str, Any]
VECTORS = [vector for vectors in by_file().values() for vector in vectors]
SURROGATES = ("spec: lone surrogates", "matomo: lone surrogate in an event action")
DEFAULT_PLAN = "A disabled default stops such events too, for the plan does not know them."
WARNINGS = "It checks no settings and warns of nothing."
LEFT_OUT: dict[str, Callable[[Vector], bool]] = {
    WARNINGS: lambda vector: "warnings" in vector,
    "It sends texts however long.": lambda vector: vector["file"].startswith("cut_at"),
    "It sends lone surrogates.": lambda vector: vector["rule"] in SURROGATES,
    "It reads what a plan inherits.": lambda vector: vector["name"] == DEFAULT_PLAN,
}


def reason(vector: Vector) -> str | None:
    """Return why a vector is left out."""
    return next((text for text, applies in LEFT_OUT.items() if applies(vector)), None)


def test_commands(page: Page) -> None:
    """Every vector but those that are about hardening and warnings; each reason is a true one."""
    vectors = [vector for vector in VECTORS if reason(vector) != WARNINGS]
    outcomes = run_in_chromium(page, vectors, library_text(REFERENCE))
    pairs = zip(vectors, outcomes, strict=True)
    wrong = [(reason(v), text) for v, outcome in pairs for text in complaints(v, outcome)]
    assert "\n".join(text for why, text in wrong if why is None) == ""
    assert {why for why, _ in wrong} == set(LEFT_OUT) - {WARNINGS}


@pytest.mark.parametrize("file", ["track.json", "revenue.json", "page.json", "seed.json"])
def test_the_mapping_is_whole(file: str) -> None:
    """Of what the mapping does nothing is left out, and of all vectors a third at most."""
    left = [vector for vector in VECTORS if reason(vector)]
    assert len(left) <= len(VECTORS) / 3
    assert file not in {vector["file"] for vector in left}
