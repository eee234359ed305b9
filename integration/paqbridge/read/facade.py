"""The properties that the mapping reads, whatever case style the page writes them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import each, number, property_name

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Number, Properties

COMPLETED_ORDERS = ("ordercompleted", "completedorder")


def fields(data: Untrusted) -> Properties:
    """Return the properties of untrusted ``data`` by folded name, each read once.

    The mapping calls the result ``properties``; ``event["properties"]`` is what the page gave.
    Of several spellings of one name the first that has a value wins. Segment's library compares
    property names without case and without anything but letters, digits and dots, in the order of
    the object.
    """
    properties: Properties = {}

    def take(value: Untrusted, key: str) -> None:
        name = property_name(key)
        if properties.get(name) is None:
            properties[name] = value

    each(data, take)
    return properties


def revenue(properties: Properties, event: str) -> Number | None:
    """Return the revenue of a call, or None; ``event`` is its folded name.

    A completed order without a usable ``revenue`` is worth its ``total`` (Segment's ecommerce
    spec).
    """
    amount = number(properties.get("revenue"))
    if amount is None and event in COMPLETED_ORDERS:
        return number(properties.get("total"))
    return amount
