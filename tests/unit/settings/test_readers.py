"""Settings that are lists or objects: what becomes of them, and what is said of a wrong item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from paqbridge.settings.goals import goal_table
from paqbridge.settings.readers import dimension_table, event_filter, name_table, text_list
from paqbridge.settings.table import SETTINGS
from paqbridge.settings.validate import validate

TEXTS = "texts in the list"


@pytest.mark.parametrize(
    ("reader", "given", "table", "complaints"),
    [(dimension_table, {"a": 1, "b": "2", "c": 0}, {"a": "dimension1", "b": "dimension2"},
      [("a custom dimension id for c", 0)]),
     (name_table, ["Signed Up", 5], {"signedup": True}, [(TEXTS, 5)]),
     (event_filter, {"allow": ["A"], "deny": ["b", None]},
      {"allow": {"a": True}, "deny": {"b": True}}, [(TEXTS, None)]),
     (event_filter, {"allow": []}, {"allow": {}}, []),
     (event_filter, {"allow": None, "deny": ["a"]}, {"deny": {"a": True}}, []),
     (text_list, ["a.test", 5], ["a.test"], [(TEXTS, 5)]),
     (goal_table, {"Paid": [1, "x"]}, {"paid": [1]},
      [("a goal id for Paid", "x")]),
     (goal_table, [{"key": 5, "value": 1}], {},
      [("a goal id for an event", 1)])],
)  # fmt: skip
def test_items(reader: Callable[..., Any], given: Any, table: Any, complaints: Any) -> None:
    """What fits is read; of each item that does not the warning says what it was."""
    said: list[tuple[str, Any]] = []
    assert reader(given, lambda text, received: said.append((text, received))) == table
    assert said == complaints


def test_a_warning_has_what_was_received() -> None:
    """spec: a malformed value is reported with what was expected and what was received."""
    said: list[tuple[str, Any]] = []
    given = {"siteId": 1, "serverUrl": "https://m.example", "timeout": "soon"}
    validate(given, SETTINGS, {}, {}, lambda text, received: said.append((text, received)))
    assert said == [("timeout: expected a whole number", "soon")]
