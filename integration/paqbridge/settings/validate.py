"""From what a page gives to settings that the mapping can rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, is_dict, is_list, number, read
from paqbridge.settings.goals import goal_table

if TYPE_CHECKING:
    from paqbridge.types.settings import Complain, Row


def validate(given: Any, rows: list[Row], seen: Any, settings: Any, complain: Complain) -> bool:
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
    return not not (settings["siteId"] and settings["serverUrl"])


def accepted(row: Row, value: Any, complain: Complain) -> Any:
    """Return a value in the type of its row's default; a site id keeps the type it came in.

    A text that has a default is a word or a version, in any case.
    """
    fallback = row.get("default")
    if value is None and fallback is not None:
        return fallback

    def refuse(expected: str, received: Any) -> None:
        complain(row["name"] + ": expected " + expected, received)

    if row["name"] == "goals" and (is_dict(value) or is_list(value)):
        return goal_table(value, refuse)
    if row.get("reader") and (is_list if is_list(fallback) else is_dict)(value):
        return row["reader"](value, refuse)
    text = captured(row["pattern"], value)
    if text is None:
        refuse(row["expected"], value)
        return fallback
    if isinstance(fallback, bool):
        return text.lower() == "true"
    if isinstance(fallback, (int, float)):
        return number(text)
    if fallback:
        return text.lower()
    return text if isinstance(value, str) else value
