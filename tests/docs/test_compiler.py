"""The Python of docs/compiler.md becomes what is shown, or is refused in the words shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from compile.transpile import transpile
from tests.build.small_build import complaints, write_package
from tests.docs.pages import named

COMPILED, EMITTED = named("compiled"), named("emitted")
REFUSED, COMPLAINTS = named("refused"), named("complaint")
MACHINERY = ("//", "var __name__", "import {AssertionError")
"""How the lines begin that Transcrypt writes into every module, and that no bundle keeps."""


@pytest.mark.parametrize("name", COMPILED)
def test_emitted(name: str, tmp_path: Path) -> None:
    """A module becomes the JavaScript that the page shows."""
    root = write_package(tmp_path / "integration", {"module": COMPILED[name].code})
    transpile(root, ["paqbridge.module"], tmp_path / "js")
    text = (tmp_path / "js/paqbridge.module.js").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith(MACHINERY)]
    assert "\n".join(lines).replace("\t", "  ") == EMITTED[name].code


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, tmp_path: Path) -> None:
    """Lint says of a module what the page shows, and nothing else."""
    assert complaints(tmp_path, {"module": REFUSED[name].code}) == [COMPLAINTS[name].code]
