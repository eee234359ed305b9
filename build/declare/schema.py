"""``dist/settings.schema.json``: the settings tables as a JSON schema, for editors and forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from declare.shapes import shape_of
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the schema; hosts may add settings of their own."""
    return {
        "$schema": DRAFT,
        "title": "Settings of paqbridge",
        "type": "object",
        "properties": {row["name"]: member(row) for row in EXPLAIN_SETTINGS},
        "required": [row["name"] for row in EXPLAIN_SETTINGS if "default" not in row],
        "additionalProperties": True,
    }


def member(row: Row) -> dict[str, Any]:
    """Return what the schema says of one setting; with ``x-`` what a form needs besides."""
    said = {
        "description": row["about"].replace("`", ""),
        **shape_of(row).schema,
        "x-group": row["group"],
        "x-build": row["build"],
    }
    return {**said, "default": row["default"]} if "default" in row else said


def schema_text() -> str:
    """Return the file's text."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
