"""Every vector of the full mapping on the Python source, in the build that explains."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.vectors import by_file, complaints, run_on_cpython

FILES = by_file(Path(__file__).parent)


@pytest.mark.parametrize("name", FILES)
def test_commands(name: str) -> None:
    """Each call leads to the commands that the rule asks for."""
    found = [text for v in FILES[name] for text in complaints(v, run_on_cpython(v, "explain"))]
    assert "\n".join(found) == ""
