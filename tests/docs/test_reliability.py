"""docs/reliability.md: every promise names a test, and every test that it names is there."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
TEXT = (TOP / "docs/reliability.md").read_text("utf-8")
PROOF = re.compile(r"`(tests/[^`]+?)::([^`]+)`")
PROOFS = sorted(set(PROOF.findall(TEXT)))
ROWS = [line for line in TEXT.splitlines() if line.startswith("|") and "---" not in line]


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


def test_each_row_has_a_proof() -> None:
    """Only the heads of the two tables name no test."""
    heads = [row for row in ROWS if not PROOF.search(row)]
    assert [row.rpartition("| ")[2] for row in heads] == ["proof |", "proof |"]
    assert len(ROWS) > 40
