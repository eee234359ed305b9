"""Readers of the settings that are objects or lists: from page data to tables.

Each gets what has the form already, and ``refuse(expected, received)`` for an entry that is
malformed: that one is left out, the others stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, each, folded, is_list
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types.settings import Complain

FILTER = "allow or deny with a list of event names"


def dimension_table(given: Any, refuse: Complain) -> Any:
    """Return path or variable index -> ``dimensionN``."""
    table: Any = {}

    def take(value: Any, key: str) -> None:
        number = captured(POSITIVE_NUMBER, value)
        if number is None:
            refuse("a custom dimension id for " + key, value)
        else:
            table[key] = "dimension" + number

    each(given, take)
    return table


def name_table(given: Any, refuse: Complain) -> Any:
    """Return folded event name -> True for each name of a list."""
    table: Any = {}
    for name in text_list(given, refuse):
        table[folded(name)] = True
    return table


def text_list(given: Any, refuse: Complain) -> Any:
    """Return the texts of a list."""
    texts: list[Any] = []

    def take(value: Any, key: str) -> None:
        if isinstance(value, str):
            texts.append(value)
        else:
            refuse("texts in the list", value)

    each(given, take)
    return texts


def event_filter(given: Any, refuse: Complain) -> Any:
    """Return ``{allow: names}`` or ``{deny: names}``, the names as in ``name_table``."""
    rules: Any = {}

    def take(names: Any, key: str) -> None:
        if key in ("allow", "deny") and is_list(names):
            rules[key] = name_table(names, refuse)
        elif names is not None:
            refuse(FILTER, given)

    each(given, take)
    return rules
