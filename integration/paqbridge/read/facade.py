"""The properties that the mapping reads, whatever case style the page writes them in."""

from __future__ import annotations

from typing import Any

from paqbridge.native import each, folded, number, property_name

WANTED = ("category", "name", "label", "value", "revenue", "total")

COMPLETED_ORDERS = ("ordercompleted", "completedorder")


def fields(properties: Any) -> Any:
    """Return the wanted properties by folded name, each read once.

    Of several spellings of one name the first that has a value wins. Segment's library compares
    property names without case and without anything but letters, digits and dots, in the order of
    the object.
    """
    found: Any = {}

    def take(value: Any, key: str) -> None:
        name = property_name(key)
        if name in WANTED and found.get(name) is None:
            found[name] = value

    if properties is not None:
        each(properties, take)
    return found


def revenue(found: Any, event: str) -> Any:
    """Return the revenue of a call as a number, or None.

    A completed order without a usable ``revenue`` is worth its ``total`` (Segment's ecommerce
    spec).
    """
    amount = number(found.get("revenue"))
    total = number(found.get("total"))
    if amount is None and total is not None and folded(event) in COMPLETED_ORDERS:
        return total
    return amount
