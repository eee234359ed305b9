"""From what a page gives to settings that the mapping can rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, parsed, read
from paqbridge.settings.goals import goal_table

if TYPE_CHECKING:
    from paqbridge.types import Complain, Row

REQUIRED = ("siteId", "serverUrl")


def validate(given: Any, rows: list[Row], complain: Complain) -> Any:
    """Return the settings of ``rows``, or None where a required one is missing.

    A malformed value is complained of, with what was expected and what was received, and takes its
    default. Keys that no row declares are ignored: hosts add their own. Segment's dashboard calls
    ``serverUrl`` just ``url``.
    """
    settings: Any = {}
    for row in rows:
        name = row["name"]
        value = read(given, name)
        if value is None and name == "serverUrl":
            value = read(given, "url")
        settings[name] = row.get("default")
        if name == "goals":
            settings[name] = goal_table(value, complain)
        elif value is not None or name in REQUIRED:
            text = captured(row.get("pattern"), value)
            if text is None:
                complain(name + ": expected " + row["expected"], value)
            else:
                settings[name] = typed(text, value, settings[name])
    return settings if settings["siteId"] and settings["serverUrl"] else None


def typed(text: str, value: Any, fallback: Any) -> Any:
    """Return an accepted value in the type of its default; a site id keeps the type it came in."""
    if fallback is None or isinstance(fallback, str):
        return text if isinstance(value, str) else value
    return parsed(text)
