"""The JSON schema says of each setting what the tables say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paqbridge.settings.explain_table import DEBUG_SETTINGS, EXPLAIN_SETTINGS
from paqbridge.settings.full_table import MORE_SETTINGS
from paqbridge.settings.lean_table import LEAN_SETTINGS
from settings_schema import GROUPS, schema, shape

SHIPPED = Path(__file__).parents[2] / "dist/settings.schema.json"


def test_shipped() -> None:
    """The build writes it, with every setting and its default."""
    shipped = json.loads(SHIPPED.read_text("utf-8"))
    assert shipped == schema()
    rows = EXPLAIN_SETTINGS
    assert list(shipped["properties"]) == [row["name"] for row in rows]
    defaults = {name: one.get("default") for name, one in shipped["properties"].items()}
    assert defaults == {row["name"]: row.get("default") for row in rows}


def test_what_forms_need() -> None:
    """Each setting has a group, and says whether a lean build has it."""
    members = schema()["properties"]
    assert [name for name, one in members.items() if one["x-group"] not in GROUPS] == []
    builds = {"lean": LEAN_SETTINGS, "full": MORE_SETTINGS, "explain": DEBUG_SETTINGS}
    for build, rows in builds.items():
        names = [name for name, one in members.items() if one["x-build"] == build]
        assert names == [row["name"] for row in rows]


@pytest.mark.parametrize(
    ("typescript", "expected"),
    [("boolean", {"type": "boolean"}), ("number | string", {"type": ["number", "string"]}),
     ("'a' | 'b'", {"enum": ["a", "b"]}), ("Goals", {"type": ["object", "array"]}),
     ("string[]", {"type": "array", "items": {"type": "string"}}),
     ("Record<string, number | string>", {"type": "object"})],
)  # fmt: skip
def test_shape(typescript: str, expected: object) -> None:
    """Each form of type that settings have."""
    assert shape(typescript) == expected
