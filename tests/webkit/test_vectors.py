"""Every vector on the shipped files in WebKit: its regular expressions are other code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.vectors import FOLDER, Outcome, by_file, complaints, held_by, settings_of
from tests.support.vectors_in_chromium import HERE, bundle_text
from tests.webkit.everywhere import Everywhere
from tests.webkit.page import WebKitPage

FULL = FOLDER / "full"
RUNS = {
    "lean": ("analytics.min.js", FOLDER),
    "full": ("analytics.full.min.js", FULL),
    "explain": ("analytics.explain.min.js", FULL),
}


def cases() -> list[Any]:
    """Each build with each file of its vectors."""
    return [
        pytest.param(build, path, vectors, id=f"{build}-{path}")
        for build, (_, folder) in RUNS.items()
        for path, vectors in by_file(Path(folder)).items()
    ]


@pytest.mark.parametrize(("build", "path", "vectors"), cases())
def test_vectors(
    build: str, path: str, vectors: list[dict[str, Any]], place: Everywhere, page: WebKitPage
) -> None:
    """Each call leads to the commands that the rule asks for."""
    assert found(held_by(build, vectors), bundle_text(RUNS[build][0]), place, page) == []


def test_a_changed_bundle_is_noticed(place: Everywhere, page: WebKitPage) -> None:
    """One changed word in the bundle makes vectors fail: they look at the shipped file."""
    changed = bundle_text().replace('"All"', '"Any"')
    assert found(by_file()["track.json"], changed, place, page) != []


def found(
    vectors: list[dict[str, Any]], source: str, place: Everywhere, page: WebKitPage
) -> list[str]:
    """Return what the vectors complain of."""
    scripts = [(HERE / name).read_text("utf-8") for name in ("canonical.js", "vectors.js")]
    place.page = f"<!doctype html><body><script>{''.join(scripts)}</script>"
    page.goto("http://shop.test/")
    jobs = [
        {"settings": settings_of(one), "options": one.get("options"), "calls": one["calls"]}
        for one in vectors
    ]
    outcomes = [Outcome(**one) for one in page.call("runVectors", source, json.dumps(jobs))]
    pairs = zip(vectors, outcomes, strict=True)
    return [text for vector, outcome in pairs for text in complaints(vector, outcome)]
