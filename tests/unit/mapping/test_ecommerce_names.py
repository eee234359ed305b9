"""Segment's ecommerce events by their names, today's and the older ones, and what each does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.full_mapping import mapped

CART = ["clearEcommerceCart", "addEcommerceItem", "trackEcommerceCartUpdate"]
NAMES = {
    "Product Viewed, Viewed Product": ["setEcommerceView"],
    "Product List Viewed, Viewed Product Category, Product List Filtered": ["setEcommerceView"],
    "Product Added, Added Product, Wishlist Product Added to Cart": [
        "addEcommerceItem",
        "trackEcommerceCartUpdate",
    ],
    "Product Removed, Removed Product": ["trackEcommerceCartUpdate"],
    "Cart Viewed, Checkout Started, Started Order, Payment Info Entered": CART,
    "Checkout Step Viewed, Viewed Checkout Step": CART,
    "Checkout Step Completed, Completed Checkout Step": CART,
    "Order Completed, Completed Order": [
        "clearEcommerceCart",
        "addEcommerceItem",
        "trackEcommerceOrder",
    ],
    "Order Updated, Updated Order, Order Refunded, Refunded Order": [],
    "Order Cancelled, Order Canceled, Cancelled Order": [],
    "Product Clicked, Promotion Viewed, Viewed Promotion": [],
    "Promotion Clicked, Clicked Promotion": [],
    "Coupon Entered, Coupon Applied, Coupon Denied, Coupon Removed": [],
    "Product Added to Wishlist, Product Removed from Wishlist": [],
    "Product Shared, Cart Shared, Product Reviewed, Products Searched": [],
}
"""Event names -> the names of the commands before the event (hosts: Ecommerce v2)."""

EACH = [(name, commands) for names, commands in NAMES.items() for name in names.split(", ")]
PRODUCT = {"sku": "s", "price": 2, "name": "Shirt"}


@pytest.mark.parametrize(("name", "commands"), EACH)
def test_what_a_name_does(name: str, commands: list[str]) -> None:
    """Each has its commands, then the event with an order's total; views are taken back."""
    properties = {**PRODUCT, "order_id": "o", "products": [PRODUCT], "total": 9}
    is_list = "List" in name or name.endswith("Category")
    given: Any = {"category": ["Shoes"]} if is_list else properties
    found, _, _ = mapped("track", {"event": name, "properties": given}, ecommerce=True)
    names = [command[0] for command in found if command != ["setEcommerceView", "", "", "", ""]]
    assert names == [*commands, "trackEvent"]
    event = next(command for command in found if command[0] == "trackEvent")
    is_worth_it = "Order" in name and name != "Started Order"
    assert event[1:] == ["Ecommerce", name, given.get("name"), 9 if is_worth_it else None]


@pytest.mark.parametrize("name", ["Product", "Order Shipped", "constructor"])
def test_other_names(name: str) -> None:
    """Any other event is one like without ecommerce."""
    found, _, _ = mapped("track", {"event": name, "properties": PRODUCT}, ecommerce=True)
    assert found == [["trackEvent", "All", name, "Shirt", None]]
