"""The setting ``goals``: folded once into a table, so that a call costs one look-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, each, folded, is_list, read
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types.settings import Complain


def goal_table(given: Any, refuse: Complain) -> Any:
    """Return folded event name -> list of goal ids.

    Takes ``{name: id}``, ``{name: [id, ...]}`` and the ``[{key, value}]`` of Segment's dashboard.
    A malformed goal is refused and skipped, the others stay.
    """
    table: Any = {}

    def take(item: Any, key: str) -> None:
        name = read(item, "key") if is_list(given) else key
        ids = read(item, "value") if is_list(given) else item

        def add(goal: Any, index: str) -> None:
            if isinstance(name, str) and captured(POSITIVE_NUMBER, goal):
                event = folded(name)
                known = table.get(event) or []
                if goal not in known:
                    known.append(goal)
                table[event] = known
            else:
                shown = name if isinstance(name, str) else "an event"
                refuse("a goal id for " + shown, goal)

        each(ids if is_list(ids) else [ids], add)

    each(given, take)
    return table
