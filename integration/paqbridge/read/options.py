"""What a call says to this destination alone.

A call has a list of places to look, the most specific first: its own options, then a tracking
plan, then what the host was started with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import each_named, read

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

NAMES = ("piwik", "matomo")
"""The destination answers to both names, in any case; Segment knows it as Piwik."""


def own_places(options: Untrusted) -> list[Untrusted]:
    """Return where a call's options speak of destinations: the spellings that Segment knows."""
    if options is None:
        return []
    integrations = read(options, "integrations")
    providers = read(integrations, "providers")
    return [integrations, providers, options, read(options, "providers")]


def own_values(places: list[Untrusted]) -> list[Untrusted]:
    """Return every given value under the destination's own names, in the order of the places."""
    found: list[Untrusted] = []
    add_own_values(places, found)
    return found


def add_own_values(places: list[Untrusted], found: list[Untrusted]) -> None:
    """Append every given value under the destination's own names, in the order of the places."""

    def take(value: Untrusted, name: str) -> None:
        if value is not None and name in NAMES:
            found.append(value)

    for place in places:
        if place is not None:
            each_named(place, take)
