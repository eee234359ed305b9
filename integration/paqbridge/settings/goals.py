"""The setting ``goals``: folded once into a table, so that a call costs one look-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, each, folded, is_dict, is_list, read
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Refuse, Row, Value


def goal_table(given: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Return folded event name -> list of goal ids; None where there is no table at all.

    Takes ``{name: id}``, ``{name: [id, ...]}`` and the ``[{key, value}]`` of Segment's dashboard.
    A malformed goal is complained of and skipped, the others stay.
    """
    table: Any = {}

    def take(item: Untrusted, key: str) -> None:
        pair = item if is_list(given) else {"key": key, "value": item}
        name = read(pair, "key")
        ids = read(pair, "value")
        event = folded(name) if isinstance(name, str) else None
        at = "." + name if isinstance(name, str) else ""

        def add(goal: Untrusted, index: str) -> None:
            if event is not None and captured(POSITIVE_NUMBER, goal):
                known = table.get(event) or []
                if goal not in known:
                    known.append(goal)
                table[event] = known
            else:
                refuse(row, at, goal)

        each(ids if is_list(ids) else [ids], add)

    each(given, take)
    return table if is_dict(given) or is_list(given) else None
