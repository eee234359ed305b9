"""The JSON schema says of each setting what its row says."""

from __future__ import annotations

import json
from pathlib import Path

from declare.schema import member, schema
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS
from paqbridge.settings.kinds import whole_number

SHIPPED = Path(__file__).parents[3] / "dist/settings.schema.json"


def test_shipped() -> None:
    """The build writes it, with every setting and its default."""
    shipped = json.loads(SHIPPED.read_text("utf-8"))
    assert shipped == schema()
    assert list(shipped["properties"]) == [row["name"] for row in EXPLAIN_SETTINGS]
    defaults = {name: one.get("default") for name, one in shipped["properties"].items()}
    assert defaults == {row["name"]: row.get("default") for row in EXPLAIN_SETTINGS}
    assert shipped["required"] == ["siteId", "serverUrl"]


def test_what_forms_need() -> None:
    """Each setting says in which group it stands, and which builds have it."""
    row = {
        "name": "many",
        "kind": whole_number,
        "default": 3,
        "build": "full",
        "group": "Pages",
        "about": "How `many`.",
    }
    assert member(row) == {  # type: ignore[arg-type]
        "description": "How many.",
        "type": "number",
        "x-group": "Pages",
        "x-build": "full",
        "default": 3,
    }
