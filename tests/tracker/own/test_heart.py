"""The tracker's heart beside what Matomo's own file was seen to do: the same requests and cookies,
but for the differences that docs/tracker.md names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tracker.own.heart import play
from tests.tracker.own.sequences import FAMILIES, differences, sequences

DOCS = Path(__file__).parents[3] / "docs" / "tracker.md"
DIFFERENCES = differences()


def wanted(sequence: dict[str, Any]) -> dict[str, Any]:
    """Return what ours is to do in a sequence."""
    other = DIFFERENCES.get(sequence["name"])
    return other["seen"] if other else sequence["seen"]


@pytest.mark.parametrize("family", FAMILIES)
def test_heart(family: str) -> None:
    """Each sequence leads to the requests, in their order, and the cookies that it must."""
    for sequence in sequences(family):
        assert play(sequence) == wanted(sequence), sequence["name"]


def test_differences_are_some() -> None:
    """What is listed as a difference is one, of a sequence that there is."""
    seen = {one["name"]: one["seen"] for family in FAMILIES for one in sequences(family)}
    assert [name for name, one in DIFFERENCES.items() if one["seen"] == seen[name]] == []


def test_differences_have_a_reason() -> None:
    """Each difference is a row of the table in docs/tracker.md."""
    text = DOCS.read_text("utf-8")
    assert {one["why"] for one in DIFFERENCES.values() if f"| {one['why']} |" not in text} == set()


def test_as_many_as_promised() -> None:
    """There are 450 sequences at least, of which 150 are generated, each with a name of its own."""
    names = [one["name"] for family in FAMILIES for one in sequences(family)]
    assert len(names) == len(set(names)) >= 450
    assert len(sequences("generated")) >= 150
