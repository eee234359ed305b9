"""Every vector of the full mapping on the Python source, and of the core what still holds there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.vectors import FULL, by_file, complaints, run_on_cpython

FILES = by_file(Path(__file__).parent)
CORE_FILES = by_file()
DIFFERENT = {
    "Items after name and value are not looked at, a scope among them.": "visit scope on request",
    "An id that was never sent needs no resetUserId.": "a login of an earlier page counts, too",
    "A lean build that is given consent, which it cannot wait for, does not start.": "it can wait",
    "Consent that a lean build cannot read keeps it from starting as well.": "it waits for nothing",
    "A lean build says once of each setting what only a full build has.": "it has it",
}
"""Vectors of the core that the full mapping goes beyond, and by what."""


@pytest.mark.parametrize("name", FILES)
def test_commands(name: str) -> None:
    """Each call leads to the commands that the rule asks for."""
    found = [text for v in FILES[name] for text in complaints(v, run_on_cpython(v, FULL))]
    assert "\n".join(found) == ""


@pytest.mark.parametrize("name", CORE_FILES)
def test_the_cores_vectors(name: str) -> None:
    """What the core does with a call, the full mapping does where no setting says more."""
    vectors = [v for v in CORE_FILES[name] if v["name"] not in DIFFERENT]
    found = [text for v in vectors for text in complaints(v, run_on_cpython(v, FULL))]
    assert "\n".join(found) == ""
