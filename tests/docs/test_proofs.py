"""Every promise and feature in the docs names a test, and every test that they name exists."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
TEXTS = {
    name: (TOP / "docs" / name).read_text("utf-8") for name in ("reliability.md", "features.md")
}
PROOF = re.compile(r"`(tests/[^`]+?)::([^`]+)`")
PROOFS = sorted({proof for text in TEXTS.values() for proof in PROOF.findall(text)})
COUNTS = {"reliability.md": 40, "features.md": 25}
"""How many rows there are at least."""


def names_in(path: Path) -> set[str]:
    """Return the names of a file's test functions, or of its vectors."""
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return {vector["name"] for vector in json.loads(text)}
    return {node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(("file", "test"), PROOFS)
def test_proof_exists(file: str, test: str) -> None:
    """The file has that test; of a parametrized one, the case in brackets too."""
    name, _, case = test.removesuffix("]").partition("[")
    path = TOP / file
    assert name in names_in(path)
    assert f'"{case}"' in path.read_text("utf-8") or not case


@pytest.mark.parametrize("name", TEXTS)
def test_each_row_has_a_proof(name: str) -> None:
    """Only the heads of the tables name no test."""
    rows = [row for row in TEXTS[name].splitlines() if row.startswith("|") and "---" not in row]
    heads = [row for row in rows if not PROOF.search(row)]
    assert {row.rpartition("| ")[2] for row in heads} == {"proof |"}
    assert len(rows) > COUNTS[name]
