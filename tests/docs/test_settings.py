"""The tables of docs/settings.md follow from the rows of the code."""

from __future__ import annotations

import re

from declare.readme import with_tables
from tests.docs.pages import TOP
from tests.docs.test_links import SETTINGS

TEXT = (TOP / "docs/settings.md").read_text("utf-8")
MARKED = re.compile(r"(<!-- settings: .*? -->\n)(.*?)(<!-- /settings -->)", re.DOTALL)


def test_tables_are_those_of_the_code() -> None:
    """`python build/declare` renews the tables, between marks that it knows."""
    emptied = MARKED.sub(r"\1\3", TEXT)
    assert with_tables(emptied) == TEXT


def test_each_setting_has_its_row() -> None:
    """No setting is missing, or told twice."""
    tables = "\n".join(table for _, table, _ in MARKED.findall(TEXT))
    assert sorted(re.findall(r"^\| `(\w+)` \|", tables, re.MULTILINE)) == sorted(SETTINGS)
