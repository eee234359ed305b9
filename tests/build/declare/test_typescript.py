"""The interfaces of settings have what the rows say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from declare.readme import rows_of
from declare.typescript import PLACES, declarations, filled, members
from paqbridge.settings.kinds import base_url, whole_number

DIST = Path(__file__).parents[3] / "dist"
ROW: Any = {"name": "many", "kind": whole_number, "about": "How `many`."}


def test_shipped() -> None:
    """The build writes each template, filled."""
    found = declarations()
    assert len(found) >= 7
    assert {name: (DIST / name).read_text("utf-8") for name in found} == found


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ({"default": 3}, ["  /** How `many`. Default: 3. */", "  many?: number"]),
        ({}, ["  /** How `many`. */", "  many: number"]),
        ({"typescript": "1 | 2"}, ["  /** How `many`. */", "  many: 1 | 2"]),
        (
            {"kind": base_url, "alias": "few"},
            [
                "  /** How `many`. */",
                "  many?: string",
                "  /** Segment's name for `many`. */",
                "  few?: string",
            ],
        ),
    ],
    ids=["optional", "required", "narrower", "alias"],
)
def test_members(more: Any, lines: list[str]) -> None:
    """A setting is optional where it has a default or another name, and says its default."""
    row: Any = {**ROW, **more}
    assert members(row) == lines


def test_each_build_has_its_place() -> None:
    """A mark is replaced by all settings of its build, and no mark is left."""
    text = filled("\n".join(PLACES))
    for build in ("lean", "full", "explain"):
        assert [row["name"] for row in rows_of(build) if f"\n  {row['name']}" not in text] == []
    assert "/*" not in text.replace("/**", "")
