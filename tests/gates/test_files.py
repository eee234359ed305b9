"""What the shipped files may weigh and contain, whatever the code does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compile.bundles import BUNDLES, Bundle
from compile.pipeline import integrity, packed

DIST = Path(__file__).parents[2] / "dist"
NAMES = [bundle.file for bundle in BUNDLES]
FORBIDDEN = ("eval(", "new Function", "Function(", "innerHTML", "document.write", "__proto__")


@pytest.mark.parametrize("bundle", BUNDLES, ids=NAMES)
def test_ceiling(bundle: Bundle) -> None:
    """A bundle does not grow over the ceiling of its row."""
    assert packed((DIST / bundle.file).read_bytes()) <= bundle.ceiling


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_dangerous_word(name: str, word: str) -> None:
    """No bundle makes code or markup out of text: strict policies forbid it."""
    assert word not in (DIST / name).read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_ascii(name: str) -> None:
    """A bundle means the same in whatever encoding a server declares."""
    assert (DIST / name).read_text("utf-8").isascii()


def test_integrity() -> None:
    """The manifest has the sha384 of every file but itself."""
    sums = json.loads((DIST / "integrity.json").read_text("utf-8"))
    files = [path for path in DIST.iterdir() if path.is_file() and path.name != "integrity.json"]
    assert sums == {path.name: integrity(path.read_bytes()) for path in files}


@pytest.mark.parametrize("name", NAMES)
def test_source_map_leads_to_python(name: str) -> None:
    """Each source of a map is a Python file of the repository, with its text, without our path."""
    chart = json.loads((DIST / f"{name}.map").read_text("utf-8"))
    assert all(source.startswith("integration/paqbridge/") for source in chart["sources"])
    for source, content in zip(chart["sources"], chart["sourcesContent"], strict=True):
        assert (DIST.parent / source).read_text("utf-8") == content
