"""Settings that are lists or objects: what becomes of them, and what is said of a wrong item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from paqbridge.settings.goals import goal_table
from paqbridge.settings.readers import dimension_table, event_filter, name_table, text_list

Said = list[tuple[str, Any]]


def read(kind: Callable[..., Any], given: Any) -> tuple[Any, Said]:
    """Return what a kind makes of a value, and what it complains of: where, and what was there."""
    said: Said = []
    row = {"name": "it"}

    def complain(about: Any, at: str, received: Any) -> None:
        assert about is row
        said.append((at, received))

    return kind(given, row, complain), said


@pytest.mark.parametrize(
    ("kind", "given", "table", "complaints"),
    [(dimension_table, {"traits.a": 1, "5": "2", "context.c": 0, "traits": 3, "x.properties.a": 4},
      {"traits.a": "dimension1", "5": "dimension2"},
      [(".context.c", 0), (".traits", 3), (".x.properties.a", 4)]),
     (name_table, ["Signed Up", 5], {"signedup": True}, [("", 5)]),
     (name_table, [], {}, []),
     (event_filter, {"allow": ["A"], "deny": ["b", None]},
      {"allow": {"a": True}, "deny": {"b": True}}, [("", None)]),
     (event_filter, {"allow": []}, {"allow": {}}, []),
     (event_filter, {"allow": "A", "deny": ["b"], "alow": []}, {"deny": {"b": True}},
      [(".allow", "A"), (".alow", [])]),
     (event_filter, {"allow": None}, {}, []),
     (text_list, ["a.test", 5], ["a.test"], [("", 5)]),
     (goal_table, {"Paid": [1, "x"]}, {"paid": [1]}, [(".Paid", "x")]),
     (goal_table, [{"key": 5, "value": 1}, {"key": "Paid", "value": 2}], {"paid": [2]},
      [("", 1)]),
     (goal_table, [{"key": "Paid", "value": [0, 2]}, 5], {"paid": [2]},
      [(".Paid", 0), ("", None)])],
)  # fmt: skip
def test_items(kind: Callable[..., Any], given: Any, table: Any, complaints: Said) -> None:
    """What fits is read; of each item that does not the complaint says where and what it was."""
    assert read(kind, given) == (table, complaints)


@pytest.mark.parametrize("kind", [dimension_table, name_table, event_filter, text_list, goal_table])
@pytest.mark.parametrize("given", ["text", 5, True, print])
def test_what_is_no_table_at_all(kind: Callable[..., Any], given: Any) -> None:
    """There is no value then; whoever asked complains of the whole, once."""
    assert read(kind, given) == (None, [])


@pytest.mark.parametrize("kind", [dimension_table, event_filter])
def test_a_list_is_no_object(kind: Callable[..., Any]) -> None:
    """Its items are not even looked at."""
    assert read(kind, ["x", 3]) == (None, [])


@pytest.mark.parametrize("kind", [name_table, text_list])
def test_an_object_is_no_list(kind: Callable[..., Any]) -> None:
    """Its values are not even looked at."""
    assert read(kind, {"0": "x", "1": 3}) == (None, [])
