"""The cart of the page before, and what the tracker is told of it."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.mapping.full.ecommerce import UNPRICED
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


def commerce(event: str, state: Any = None, **properties: Any) -> Any:
    """Return the commands before the event itself, and the next state, of an event of commerce."""
    message = {"event": event, "properties": properties}
    commands, after, _ = mapped("track", message, state, ecommerce=True)
    return [one for one in commands if one[0] != "trackEvent"], after


def test_what_is_taken_out_of_the_cart() -> None:
    """A line stays as long as something of it is left; then Matomo is told to remove it."""
    _, state = commerce("Product Added", sku="a", price=2, quantity=2)
    commands, state = commerce("Product Removed", state, sku="a", price=2)
    assert commands == [["addEcommerceItem", "a", "", "", 2, 1], ["trackEcommerceCartUpdate", 2]]
    commands, state = commerce("Product Removed", state, sku="a", price=2)
    assert commands == [["removeEcommerceItem", "a"], ["trackEcommerceCartUpdate", 0]]
    assert state["cart"] == []


def test_what_says_too_little() -> None:
    """Without an id, or a category, there is nothing to view or to change."""
    for event in ("Product Viewed", "Product Added", "Product List Viewed", "Order Completed"):
        assert commerce(event, price=2)[0] == []


@pytest.mark.parametrize("products", [["a", "b"], [{"name": "A"}], [{"id": "a", "quantity": 2}]])
def test_a_cart_of_products_that_nobody_knows(products: Any) -> None:
    """It is none of 0: the cart stays, and an order is of its products."""
    _, state = commerce("Product Added", sku="s", price=2)
    commands, after = commerce("Cart Viewed", state, products=products)
    assert (commands, after["cart"]) == ([], state["cart"])
    commands, _ = commerce("Order Completed", state, order_id="o", products=products)
    assert commands[1:] == [
        ["addEcommerceItem", "s", "", "", 2, 1],
        ["trackEcommerceOrder", "o", 2, "", "", "", ""],
    ]


def test_an_order_of_the_carts_products() -> None:
    """Without products of its own an order has those of the cart, which is empty afterwards."""
    _, state = commerce("Product Added", sku="a", price=2, quantity=2)
    commands, state = commerce("Order Completed", state, order_id="o", tax=1)
    assert commands == [
        ["clearEcommerceCart"],
        ["addEcommerceItem", "a", "", "", 2, 2],
        ["trackEcommerceOrder", "o", 4, "", 1, "", ""],
    ]
    assert state["cart"] == []


def test_a_cart_that_another_page_has_changed() -> None:
    """What this page has told of the one before is cleared first, once."""
    commands, state = add({"stored": LINES, "is_told": True}, "c", 4)
    assert [command[0] for command in commands] == [
        "clearEcommerceCart",
        *["addEcommerceItem"] * 3,
        "trackEcommerceCartUpdate",
    ]
    assert (state["is_stale"], state["is_told"]) == (False, True)


def test_a_product_that_is_put_into_the_cart_again() -> None:
    """It costs what all of it cost on average; what the call does not say of it stays."""
    _, state = add(None, "a", 2)
    commands, state = commerce("Product Added", state, sku="a", price=3, name="A", category="C")
    assert commands[0] == ["addEcommerceItem", "a", "A", "C", 2.5, 2]
    commands, _ = commerce("Product Added", state, sku="a", name="New")
    assert commands[0] == ["addEcommerceItem", "a", "New", "C", 2.5, 3]


def test_a_part_that_is_taken_away() -> None:
    """It says nothing of what the rest costs, or is called: shops send an id, or a price of 0."""
    _, state = commerce("Product Added", sku="a", price=2, quantity=3, name="A", category=["C"])
    commands, state = commerce("Product Removed", state, sku="a", price=0)
    assert commands == [
        ["addEcommerceItem", "a", "A", ["C"], 2, 2],
        ["trackEcommerceCartUpdate", 4],
    ]


def test_lines_of_an_order_complete_each_other() -> None:
    """The first line's words count, and those of the next where it has none."""
    lines = [{"sku": "a", "price": 1}, {"sku": "a", "price": 1, "name": "A", "category": "C"}]
    commands, _ = commerce("Order Completed", order_id="o", products=lines)
    assert commands[1] == ["addEcommerceItem", "a", "A", "C", 1, 2]


NO_ID = "an order has no id, so it is an event"
NO_SKU = "a product has no sku"
NO_LIST = "the products are no list"
NO_TOTAL = "an order has no total that can be read, so it is an event"


@pytest.mark.parametrize(
    ("event", "properties", "noted"),
    [("Product Viewed", {"sku": "a", "price": "?"}, (UNPRICED, "a")),
     ("Product Added", {"sku": "a", "price": "?"}, (UNPRICED, "a")),
     ("Product Viewed", {"name": "A", "price": 2}, (NO_SKU, "A")),
     ("Product Removed", {"sku": "0"}, (NO_SKU, "")),
     ("Cart Viewed", {"products": [{"sku": "a", "price": 2}, {"name": "B"}]}, (NO_SKU, "B")),
     ("Order Completed", {"order_id": "o", "total": 2, "products": ["a"]}, (NO_SKU, "")),
     ("Cart Viewed", {"products": "a,b"}, (NO_LIST, "a,b")),
     ("Order Completed", {"order_id": "o", "total": 2, "products": "[]"}, (NO_LIST, "[]")),
     ("Order Completed", {"total": 2}, (NO_ID, None)),
     ("Order Completed", {"order_id": "o", "total": "?"}, (NO_TOTAL, "o"))],
)  # fmt: skip
def test_what_cannot_be_read_is_said(event: str, properties: Any, noted: tuple[str, str]) -> None:
    """The warning names what it is of: a product or an order."""
    message = {"event": event, "properties": properties}
    notes = mapped("track", message, None, ecommerce=True)[2]
    assert [(one["text"], one["received"]) for one in notes] == [noted]
