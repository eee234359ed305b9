"""Every promise and feature in the docs names a test, and every test that they name exists."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from tests.docs.pages import GUIDES, TOP, shown

TEXTS = {shown(path): path.read_text("utf-8") for path in GUIDES}
PROOF = re.compile(r"`(tests/[^`]+?)::([^`]+)`")
PROOFS = sorted({proof for text in TEXTS.values() for proof in PROOF.findall(text)})
TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
COUNTS = {
    "docs/reliability.md": 50,
    "docs/rules.md": 20,
    "docs/analytics.md": 15,
    "docs/hosts.md": 10,
    "docs/single-page-apps.md": 5,
    "docs/settings.md": 5,
    "docs/links.md": 5,
    "docs/consent.md": 2,
    "docs/explain.md": 1,
    "docs/translate.md": 2,
    "docs/verify.md": 4,
}
"""How many rows there are at least."""


def names_in(path: Path) -> set[str]:
    """Return the names of a file's test functions, taken from another too, or of its vectors."""
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return {vector["name"] for vector in json.loads(text)}
    body = ast.parse(text).body
    taken = [name.name for node in body if isinstance(node, ast.ImportFrom) for name in node.names]
    return {*taken, *(node.name for node in body if isinstance(node, ast.FunctionDef))}


def proven_rows(text: str) -> list[str]:
    """Return the rows of the tables whose last column is called proof."""
    tables = [table.splitlines() for table in TABLE.findall(text)]
    return [row for head, _, *rows in tables if head.endswith("| proof |") for row in rows]


@pytest.mark.parametrize(("file", "test"), PROOFS)
def test_proof_exists(file: str, test: str) -> None:
    """The file has that test; of a parametrized one, the case in brackets too."""
    name, _, case = test.removesuffix("]").partition("[")
    path = TOP / file
    assert name in names_in(path)
    assert f'"{case}"' in path.read_text("utf-8") or not case


@pytest.mark.parametrize("page", TEXTS)
def test_each_row_has_a_proof(page: str) -> None:
    """In a table of promises or features no row is without its test, and none has gone missing."""
    rows = proven_rows(TEXTS[page])
    assert [row for row in rows if not PROOF.search(row.rsplit("|", 2)[1])] == []
    assert len(rows) >= COUNTS.get(page, 0)
