"""What a call says to this destination alone.

A call's ``integrations`` are a list of places to look, the most specific first: the call's own
options, then a tracking plan, then ``initialize``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import each, is_dict, property_name, read

if TYPE_CHECKING:
    from paqbridge.types import Event

NAMES = ("piwik", "matomo")
"""The destination answers to both names, in any case; Segment knows it as Piwik."""


def find_all(places: list[Any], names: Any) -> list[Any]:
    """Return every given value under one of the folded ``names``, in the order of the places."""
    found: list[Any] = []

    def take(value: Any, key: str) -> None:
        if value is not None and property_name(key) in names:
            found.append(value)

    for place in places:
        each(place, take)
    return found


def call_option(event: Event, names: Any) -> Any:
    """Return the first object that the call gives this destination under one of ``names``.

    ``integrations`` come before ``context``, and there the order and the case of ``names`` count.
    """
    for options in find_all([*event["integrations"], event["context"]], NAMES):
        for name in names:
            value = read(options, name)
            if is_dict(value):
                return value
    return None
