"""The properties that the mapping reads, whatever case style the page writes them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import by_name, each

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Properties


def entries(data: Untrusted) -> dict[str, Untrusted]:
    """Return a dict of the own properties of untrusted ``data``, each read once."""
    found: dict[str, Untrusted] = {}

    def take(value: Untrusted, name: str) -> None:
        found[name] = value

    each(data, take)
    return found


def fields(data: Untrusted) -> Properties:
    """Return the properties of untrusted ``data`` by folded name, each read once.

    The mapping calls the result ``properties``; ``event["properties"]`` is what the page gave.
    Of several spellings of one name the first that has a value wins. Segment's library compares
    property names without case and without anything but letters, digits and dots, in the order of
    the object.
    """
    return by_name(data)
