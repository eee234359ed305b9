"""The settings tables in the docs are those of the code."""

from __future__ import annotations

import re

import pytest

from declare import TOP
from declare.readme import BEGIN, BUILDS, END, MARKED, markdown, rows_of, with_tables
from declare.stub import README, SHOWN, with_stub
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS

TEXTS = {name: (TOP / name).read_text("utf-8") for name in MARKED}


@pytest.mark.parametrize("name", MARKED)
def test_fresh(name: str) -> None:
    """They are generated; `python build/declare` renews them."""
    assert with_tables(TEXTS[name]) == TEXTS[name]


@pytest.mark.parametrize("name", MARKED)
def test_each_build_has_its_table(name: str) -> None:
    """A mark that nobody knows would leave its table as it was, without a word."""
    marks = re.findall("<!-- settings: .* -->", TEXTS[name])
    assert sorted(marks) == sorted(BEGIN.format(build) for build in BUILDS)


def test_no_setting_is_left_out() -> None:
    """Each row stands in the table of the smallest build that has it."""
    assert [row for build in BUILDS for row in rows_of(build)] == EXPLAIN_SETTINGS


def test_what_stands_between_two_marks_is_replaced() -> None:
    """The rest of the text stays."""
    begin = BEGIN.format("explain")
    text = with_tables(f"before\n{begin}\nold\n{END}\nafter")
    assert text == f"before\n{begin}\n\n{markdown(rows_of('explain'))}\n\n{END}\nafter"
    assert "| `debug` | `false` | Tell the console" in text


def test_the_stub() -> None:
    """The README shows the stub that is built, once; `python build/declare` renews it."""
    text = README.read_text("utf-8")
    assert with_stub(text) == text
    assert len(SHOWN.findall(text)) == 1
