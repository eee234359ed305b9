"""The vectors of the full mapping on the shipped bundle."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from paqbridge.explain.journal import create_journal
from tests.support.vectors import FULL, by_file, complaints, run_on_cpython
from tests.support.vectors import by_file as core_by_file
from tests.support.vectors_in_chromium import bundle_text, run_in_chromium
from tests.vectors.full.test_full_on_cpython import DIFFERENT

FILES = by_file(Path(__file__).parent)
CORE_FILES = {
    name: vectors
    for name, vectors in core_by_file().items()
    if name in ("arguments.json", "custom_variables.json", "goals.json", "track.json", "start.json")
}
"""The core's own tests have the rest, on the same source."""


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
        here = run_on_cpython(vector, FULL, create_journal())
        assert outcome.explained == here.explained, vector["name"]


@pytest.mark.parametrize("name", CORE_FILES)
def test_the_cores_vectors(name: str, page: Page) -> None:
    """What the core does with a call, the full bundle does as well where no setting says more."""
    vectors = [vector for vector in CORE_FILES[name] if vector["name"] not in DIFFERENT]
    outcomes = run_in_chromium(page, vectors, bundle_text("analytics.full.min.js"))
    pairs = zip(vectors, outcomes, strict=True)
    found = [text for vector, outcome in pairs for text in complaints(vector, outcome)]
    assert "\n".join(found) == ""


def test_names_are_unique() -> None:
    """A name stands for one vector, and each says where its rule is from."""
    vectors: list[dict[str, Any]] = [v for file in FILES.values() for v in file]
    assert len({v["name"] for v in vectors}) == len(vectors)
    assert all(v["rule"].partition(":")[0] in ("spec", "hosts", "matomo") for v in vectors)
