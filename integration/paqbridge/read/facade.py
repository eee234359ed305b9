"""The properties that the mapping reads, whatever case style the page writes them in."""

from __future__ import annotations

from typing import Any

from paqbridge.native import each, number, property_name

COMPLETED_ORDERS = ("ordercompleted", "completedorder")


def fields(data: Any) -> Any:
    """Return the properties of untrusted ``data`` by folded name, each read once.

    Of several spellings of one name the first that has a value wins. Segment's library compares
    property names without case and without anything but letters, digits and dots, in the order of
    the object.
    """
    found: Any = {}

    def take(value: Any, key: str) -> None:
        name = property_name(key)
        if found.get(name) is None:
            found[name] = value

    each(data, take)
    return found


def revenue(found: Any, event: str) -> Any:
    """Return the revenue of a call as a number, or None; ``event`` is its folded name.

    A completed order without a usable ``revenue`` is worth its ``total`` (Segment's ecommerce
    spec).
    """
    amount = number(found.get("revenue"))
    if amount is None and event in COMPLETED_ORDERS:
        return number(found.get("total"))
    return amount
