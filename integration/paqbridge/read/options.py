"""What a call says to this destination alone, and whether it is meant for it.

A call has a list of places to look, the most specific first: its own options, then a tracking
plan, then what the host was started with.
"""

from __future__ import annotations

from typing import Any

from paqbridge.native import each, property_name

NAMES = ("piwik", "matomo")
"""The destination answers to both names, in any case; Segment knows it as Piwik."""


def own_values(places: list[Any]) -> list[Any]:
    """Return every given value under the destination's own names, in the order of the places."""
    found: list[Any] = []
    add_own_values(places, found)
    return found


def add_own_values(places: list[Any], found: list[Any]) -> None:
    """Append every given value under the destination's own names, in the order of the places."""

    def take(value: Any, key: str) -> None:
        if value is not None and property_name(key) in NAMES:
            found.append(value)

    for place in places:
        each(place, take)


def is_refused(options: list[Any]) -> bool:
    """Tell whether one of these values switches the destination off."""
    return any(value is False for value in options)
