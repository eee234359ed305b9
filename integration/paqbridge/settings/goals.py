"""The setting ``goals``: folded once into a table, so that a call costs one look-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, each, folded, is_list, read
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types import Complain


def goal_table(given: Any, complain: Complain) -> Any:
    """Return folded event name -> list of goal ids.

    Takes ``{name: id}``, ``{name: [id, ...]}`` and the ``[{key, value}]`` of Segment's dashboard.
    A malformed goal is complained of and skipped, the others stay.
    """
    table: Any = {}

    def take(item: Any, key: str) -> None:
        name = read(item, "key") if is_list(given) else key
        ids = read(item, "value") if is_list(given) else item
        each(ids if is_list(ids) else [ids], lambda goal, index: add(name, goal))

    def add(name: Any, goal: Any) -> None:
        if isinstance(name, str) and captured(POSITIVE_NUMBER, goal):
            key = folded(name)
            known = table.get(key) or []
            if goal not in known:
                known.append(goal)
            table[key] = known
        else:
            event = name if isinstance(name, str) else "an event"
            complain("goals: expected a positive goal id for " + event, goal)

    each(given, take)
    return table
