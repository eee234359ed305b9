"""The vectors of the full mapping on the shipped bundle."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.vectors import by_file, complaints, held_by, run_on_cpython
from tests.support.vectors_in_chromium import bundle_text, run_in_chromium

FILES = by_file(Path(__file__).parent)
LEAN_FILES = {
    name: held_by("full", vectors)
    for name, vectors in by_file().items()
    if name in ("arguments.json", "custom_variables.json", "goals.json", "track.json", "start.json")
}
"""The lean build's own tests have the rest, on the same source."""


@pytest.mark.parametrize("name", FILES)
def test_in_chromium(name: str, page: Page) -> None:
    """Each call leads to the commands that the rule asks for."""
    outcomes = run_in_chromium(page, FILES[name], bundle_text("analytics.full.min.js"))
    pairs = zip(FILES[name], outcomes, strict=True)
    found = [text for vector, outcome in pairs for text in complaints(vector, outcome)]
    assert "\n".join(found) == ""


def test_in_the_build_that_explains(page: Page) -> None:
    """To explain a call changes nothing of it, and both languages explain it alike."""
    vectors = [vector for file in FILES.values() for vector in file]
    outcomes = run_in_chromium(page, vectors, bundle_text("analytics.explain.min.js"))
    pairs = list(zip(vectors, outcomes, strict=True))
    found = [text for vector, outcome in pairs for text in complaints(vector, outcome)]
    assert "\n".join(found) == ""
    for vector, outcome in pairs:
        here = run_on_cpython(vector, "explain")
        assert outcome.explained == here.explained, vector["name"]


@pytest.mark.parametrize("name", LEAN_FILES)
def test_the_lean_vectors(name: str, page: Page) -> None:
    """What a lean build does with a call, the full one does too where no setting says more."""
    vectors = LEAN_FILES[name]
    outcomes = run_in_chromium(page, vectors, bundle_text("analytics.full.min.js"))
    pairs = zip(vectors, outcomes, strict=True)
    found = [text for vector, outcome in pairs for text in complaints(vector, outcome)]
    assert "\n".join(found) == ""


def test_names_are_unique() -> None:
    """A name stands for one vector, and each says where its rule is from."""
    vectors: list[dict[str, Any]] = [v for file in FILES.values() for v in file]
    assert len({v["name"] for v in vectors}) == len(vectors)
    assert all(v["rule"].partition(":")[0] in ("spec", "hosts", "matomo") for v in vectors)
