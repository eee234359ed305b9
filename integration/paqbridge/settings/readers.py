"""Readers of the settings that are objects or lists: from page data to tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, each, folded, read
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types import Complain


def dimension_table(given: Any, complain: Complain) -> Any:
    """Return path or variable index -> ``dimensionN``; what is no dimension id is complained of."""
    table: Any = {}

    def take(value: Any, key: str) -> None:
        number = captured(POSITIVE_NUMBER, value)
        if number is None:
            complain("expected a custom dimension id for " + key, value)
        else:
            table[key] = "dimension" + number

    each(given, take)
    return table


def name_table(given: Any, complain: Complain) -> Any:
    """Return folded event name -> True for each name of a list."""
    table: Any = {}

    def take(value: Any, key: str) -> None:
        if isinstance(value, str):
            table[folded(value)] = True
        else:
            complain("expected an event name", value)

    each(given, take)
    return table


def event_filter(given: Any, complain: Complain) -> Any:
    """Return ``{allow: names}`` or ``{deny: names}``, the names as in ``name_table``."""
    rules: Any = {}
    for key in ("allow", "deny"):
        names = read(given, key)
        if names is not None:
            rules[key] = name_table(names, complain)
    return rules


def text_list(given: Any, complain: Complain) -> Any:
    """Return the texts of a list."""
    texts: list[Any] = []

    def take(value: Any, key: str) -> None:
        if isinstance(value, str):
            texts.append(value)
        else:
            complain("expected a text", value)

    each(given, take)
    return texts
