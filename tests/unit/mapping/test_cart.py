"""The cart of the page before, and what the tracker is told of it."""

from __future__ import annotations

from typing import Any

from tests.support.full_mapping import mapped

LINES = [["a", "Shirt", "Clothes", 19.5, 2], ["b", "", ["x", "y"], 1, 1]]


def add(state: Any, sku: str, price: float) -> Any:
    """Return commands and next state of a product that is put into the cart."""
    message = {"event": "Product Added", "properties": {"sku": sku, "price": price}}
    commands, after, _ = mapped("track", message, state, ecommerce=True)
    return commands[:-1], after


def test_a_stored_cart_is_told_once() -> None:
    """A fresh tracker knows nothing of the cart: the first change tells it whole, the next not."""
    commands, state = add({"stored": LINES}, "c", 4)
    assert commands == [
        ["addEcommerceItem", "a", "Shirt", "Clothes", 19.5, 2],
        ["addEcommerceItem", "b", "", ["x", "y"], 1, 1],
        ["addEcommerceItem", "c", "", "", 4, 1],
        ["trackEcommerceCartUpdate", 44],
    ]
    assert add(state, "c", 4)[0] == [
        ["addEcommerceItem", "c", "", "", 4, 2],
        ["trackEcommerceCartUpdate", 48],
    ]


def test_what_is_stored_is_as_untrusted_as_a_page() -> None:
    """Lines without an id, and what is no line, are left out; so is a cart that is none."""
    for stored in (["no line", [None, "x"], ["a", {}, None, "2", "many"]], {"0": ["a", "", "", 2]}):
        assert add({"stored": stored}, "b", 3)[0] == [
            ["addEcommerceItem", "a", "", "", 2, 1],
            ["addEcommerceItem", "b", "", "", 3, 1],
            ["trackEcommerceCartUpdate", 5],
        ]
    assert add({"stored": "text"}, "b", 3)[0] == add(None, "b", 3)[0]
