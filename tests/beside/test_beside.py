"""Ours beside Segment's own libraries: the same calls make the same messages and people."""

from __future__ import annotations

import pytest

from tests.beside.conftest import Both
from tests.beside.differences import drawn_for, even, of
from tests.support.opt_in import EVERY_VECTOR

COUNT = 300 if EVERY_VECTOR else 50


@pytest.mark.parametrize("library", ["next", "classic"])
def test_the_same(library: str, both: Both) -> None:
    """What is told, stored and returned differs in nothing but what the table says."""
    sequences = drawn_for(library, COUNT)
    ours, theirs = both(library, sequences)
    assert len(ours) == COUNT
    for sequence, mine, its in zip(sequences, ours, theirs, strict=True):
        assert even(of(library), mine) == even(of(library), its), sequence


@pytest.mark.parametrize("library", ["next", "classic"])
def test_the_table(library: str, both: Both) -> None:
    """Each difference is one: its example shows it, and nothing else."""
    rules = of(library)
    ours, theirs = both(library, [{"calls": one.example, "burst": False} for one in rules])
    for rule, mine, its in zip(rules, ours, theirs, strict=True):
        others = [one for one in rules if one is not rule]
        assert even(others, mine) != even(others, its), rule.what
        if rule.evens:
            assert even([rule], mine) == even([rule], its), rule.what
