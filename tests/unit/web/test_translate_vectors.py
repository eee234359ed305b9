"""``translate`` says what the browser does: every vector, in both builds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.translated import translated
from tests.support.vectors import FOLDER, by_file, expected, shown_commands

LEAN = by_file()
FULL = by_file(Path(FOLDER) / "full")


def differences(build: str, vectors: list[dict[str, Any]]) -> str:
    """Return what is not as the vectors say."""
    found = []
    for vector in vectors:
        shown = shown_commands(vector, translated(vector, build)[0])
        if shown != expected(vector):
            found.append(f"{vector['name']}\n  {expected(vector)}\n  {shown}")
    return "\n".join(found)


@pytest.mark.parametrize("name", LEAN)
def test_lean(name: str) -> None:
    """The lean build's vectors come out as in the browser."""
    assert differences("lean", LEAN[name]) == ""


@pytest.mark.parametrize("name", FULL)
def test_full(name: str) -> None:
    """The full build's vectors come out as in the browser."""
    assert differences("full", FULL[name]) == ""
