"""The form of a module for ``require``."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from npm.required import required

END = "\n//# sourceMappingURL=any.mjs.map\n"
MODULE = f"var a=1,b=function(){{return this}};export{{a as default,a as one,b}};{END}"
SEEN = """
const found = require('./any.js'), { b } = found
console.log(Object.keys(found).join(), found.default === found.one, found.__esModule, b())
"""


def test_exports(tmp_path: Path) -> None:
    """All names are exported, the default too, and the code is as strict as a module's."""
    (tmp_path / "any.js").write_text(required(MODULE), "utf-8")
    done = subprocess.run(["node", "-e", SEEN], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == "default,one,b true true undefined\n"


def test_another_end() -> None:
    """A module that ends otherwise is refused, not shipped without its exports."""
    with pytest.raises(ValueError, match="ends otherwise"):
        required("export const a=1;" + END)
