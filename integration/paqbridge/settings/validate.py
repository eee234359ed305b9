"""From what a page gives to settings that the mapping can rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import FULL
from paqbridge.native import captured, number, read, type_name
from paqbridge.settings.goals import goal_table

if TYPE_CHECKING:
    from paqbridge.types import Complain, Row


def validate(given: Any, rows: list[Row], seen: Any, settings: Any, complain: Complain) -> Any:
    """Bring ``settings`` up to date; tell whether none that is required is missing.

    A malformed value is complained of, with what was expected and what was received, and takes its
    default. Keys that no row declares are ignored: hosts add their own. ``seen`` keeps the values
    as they were given: one that is still the same is not looked at again.
    """
    for row in rows:
        name = row["name"]
        value = read(given, name)
        if value is None and name == "serverUrl":
            # Segment's dashboard calls it just so.
            value = read(given, "url")
        if value is None or value != seen.get(name):
            seen[name] = value
            settings[name] = accepted(row, value, complain)
    return settings["siteId"] and settings["serverUrl"]


def accepted(row: Row, value: Any, complain: Complain) -> Any:
    """Return a value in the type of its row's default; a site id keeps the type it came in."""
    fallback = row.get("default")
    if value is None and fallback is not None:
        return fallback
    if row["name"] == "goals" and type_name(value) == "object":
        return goal_table(value, complain)
    if FULL and row.get("reader") and type_name(value) == "object":
        return row["reader"](value, complain)
    text = captured(row["pattern"], value)
    if text is None:
        complain(row["name"] + ": expected " + row["expected"], value)
        return fallback
    if isinstance(fallback, bool):
        return text.lower() == "true"
    if isinstance(fallback, (int, float)):
        return number(text)
    return text if isinstance(value, str) else value
