"""The setting ``goals``: folded once into a table, so that a call costs one look-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, each, folded, is_dict, is_list, read
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types import Complain


def goal_table(given: Any, complain: Complain) -> Any:
    """Return folded event name -> list of goal ids, or None where there are none.

    Takes ``{name: id}``, ``{name: [id, ...]}`` and the ``[{key, value}]`` of Segment's dashboard.
    A malformed goal is complained of and skipped, the others stay.
    """
    table: Any = {}

    def take(item: Any, key: str) -> None:
        name = read(item, "key") if is_list(given) else key
        ids = read(item, "value") if is_list(given) else item
        each(ids if is_list(ids) else [ids], lambda goal, index: add(name, goal))

    def add(name: Any, goal: Any) -> None:
        if isinstance(name, str) and captured(POSITIVE_NUMBER, goal) is not None:
            key = folded(name)
            known = table.get(key) or []
            if goal not in known:
                table[key] = [*known, goal]
        else:
            label = name if isinstance(name, str) else "an event"
            complain("goals: expected a positive goal id for " + label, goal)

    if is_list(given) or is_dict(given):
        each(given, take)
    elif given is not None:
        complain("goals: expected goal ids by event name", given)
    return table
