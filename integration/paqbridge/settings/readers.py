"""The kinds of settings that are objects or lists, which only the full builds have.

They complain of an entry that is malformed, in an object with a dot and its key, and leave it out;
the others stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, each, folded, is_dict, is_list
from paqbridge.settings.patterns import PLACE, POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Refuse, Row, Value


def dimension_table(given: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Return path or variable index -> ``dimensionN``."""
    if not is_dict(given):
        return None
    table: Any = {}

    def take(value: Untrusted, key: str) -> None:
        # At another place nothing would ever be found.
        number = captured(PLACE, key) and captured(POSITIVE_NUMBER, value)
        if number is None:
            refuse(row, "." + key, value)
        else:
            table[key] = "dimension" + number

    each(given, take)
    return table


def text_list(given: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Return the texts of a list."""
    if not is_list(given):
        return None
    texts: list[Any] = []

    def take(value: Untrusted, key: str) -> None:
        if isinstance(value, str):
            texts.append(value)
        else:
            refuse(row, "", value)

    each(given, take)
    return texts


def name_table(given: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Return folded event name -> True for each name of a list."""
    names = text_list(given, row, refuse)
    if names is None:
        return None
    table: Any = {}
    for name in names:
        table[folded(name)] = True
    return table


def event_filter(given: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Return ``{allow: names}`` or ``{deny: names}``, the names as in ``name_table``."""
    if not is_dict(given):
        return None
    rules: Any = {}

    def take(names: Untrusted, key: str) -> None:
        table = name_table(names, row, refuse) if key in ("allow", "deny") else None
        if table is not None:
            rules[key] = table
        elif names is not None:
            refuse(row, "." + key, names)

    each(given, take)
    return rules
