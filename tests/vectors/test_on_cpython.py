"""Every vector on the Python source."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.vectors import by_file, complaints, run_on_cpython


@pytest.mark.parametrize(("name", "vectors"), by_file().items(), ids=by_file())
def test_commands(name: str, vectors: list[dict[str, Any]]) -> None:
    """Each call leads to the commands and warnings that the rule asks for."""
    found = [text for vector in vectors for text in complaints(vector, run_on_cpython(vector))]
    assert "\n".join(found) == ""


def test_a_wrong_vector_is_noticed() -> None:
    """The comparison fails where a command or a warning is not as written."""
    vector = {"name": "n", "rule": "r", "calls": [["page"]], "commands": [["trackPageView", 1]]}
    outcome = run_on_cpython(vector)
    assert len(complaints(vector, outcome)) == 1
    assert len(complaints({**vector, "warnings": ["no"]}, outcome)) == 2
