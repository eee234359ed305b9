"""What TypeScript and the JSON schema say of values is what the kinds take."""

from __future__ import annotations

from typing import Any

import pytest

from declare.shapes import shape_of
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS

SAMPLES = {"string": "https://m.example/1", "number": 1, "boolean": True, "object": {}, "array": []}
"""A value of each type of JSON. Versions and dimensions are written as digits only."""

BY_NAME = pytest.mark.parametrize("row", EXPLAIN_SETTINGS, ids=lambda row: row["name"])


def taken(row: Any, value: Any) -> Any:
    """Return what the setting's kind makes of a value."""
    return row["kind"](value, row, pytest.fail)


@BY_NAME
def test_words(row: Any) -> None:
    """Each word that the schema offers counts as written, and TypeScript has the same words."""
    offered = shape_of(row).schema.get("enum", [])
    assert [taken(row, word) for word in offered] == offered
    words = [word for word in offered if isinstance(word, str)]
    assert [f"'{word}'" in shape_of(row).typescript for word in words] == [True] * len(words)


@BY_NAME
def test_types(row: Any) -> None:
    """A value of each type that the schema allows is taken; no table is but where it says so."""
    schema = shape_of(row).schema
    if "enum" not in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        found = [kind for kind, value in SAMPLES.items() if is_taken(row, kind, value)]
        assert set(kinds) <= set(found) <= {*kinds, "string", "number", "boolean"}


def is_taken(row: Any, kind: str, value: Any) -> bool:
    """Tell whether the setting takes the sample, or digits where the sample is a text."""
    samples = [value, "1"] if kind == "string" else [value]
    return any(taken(row, one) is not None for one in samples)


@BY_NAME
def test_defaults(row: Any) -> None:
    """A default is of the setting's own type, or empty."""
    default = row.get("default")
    if default:
        assert taken(row, default) == default
