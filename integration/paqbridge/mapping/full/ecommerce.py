"""Segment's ecommerce events (version 2 and the older names), besides the events themselves.

Matomo's tracker keeps the cart in memory only, and each update replaces the one on the server: so
the cart is part of the state, and told whole once on each page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.mapping.full.draft import add
from paqbridge.mapping.full.products import (
    CATEGORY,
    NAME,
    PRICE,
    QUANTITY,
    SKU,
    categories,
    product,
    products,
    total_of,
)
from paqbridge.native import is_list, number, text
from paqbridge.read.values import NAME_LIMIT, known

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.parts import Draft, Item, Number, Properties

ROLES = {
    "productviewed": "view",
    "viewedproduct": "view",
    "productlistviewed": "list",
    "viewedproductcategory": "list",
    "productlistfiltered": "list",
    "productadded": "add",
    "addedproduct": "add",
    "wishlistproductaddedtocart": "add",
    "productremoved": "remove",
    "removedproduct": "remove",
    "cartviewed": "cart",
    "checkoutstarted": "cart",
    "startedorder": "cart",
    "checkoutstepviewed": "cart",
    "viewedcheckoutstep": "cart",
    "checkoutstepcompleted": "cart",
    "completedcheckoutstep": "cart",
    "paymentinfoentered": "cart",
    "ordercompleted": "order",
    "completedorder": "order",
    "orderupdated": "amount",
    "updatedorder": "amount",
    "orderrefunded": "amount",
    "refundedorder": "amount",
    "ordercancelled": "amount",
    "ordercanceled": "amount",
    "cancelledorder": "amount",
    "productssearched": "event",
    "productclicked": "event",
    "promotionviewed": "event",
    "viewedpromotion": "event",
    "promotionclicked": "event",
    "clickedpromotion": "event",
    "couponentered": "event",
    "couponapplied": "event",
    "coupondenied": "event",
    "couponremoved": "event",
    "productaddedtowishlist": "event",
    "productremovedfromwishlist": "event",
    "productshared": "event",
    "cartshared": "event",
    "productreviewed": "event",
}
"""Folded event name -> what it is about (Segment's ecommerce specification, versions 1 and 2)."""

EVENT_CATEGORY = "Ecommerce"
"""The category of these events where they name none."""


def role_of(key: str) -> str | None:
    """Return what an event is about by its folded name, None where it is no ecommerce event."""
    return ROLES.get(key)


def ecommerce(role: str | None, properties: Properties, draft: Draft) -> None:
    """Append the commands of an ecommerce event that come before its goals and itself."""
    if role == "add" or role == "remove":
        item = product(properties)
        if item is not None:
            change_cart(item, role == "add", draft)
    elif role == "cart" and is_list(properties.get("products")):
        replace_cart(products(properties.get("products")), draft)
        update_cart(draft)
    elif role == "order":
        order(properties, draft)


def viewed(role: str, properties: Properties) -> Command | None:
    """Return the view of a product or of a category, None where an event is about neither."""
    if role == "list":
        kinds = categories(properties.get("category"))
        return ["setEcommerceView", "", "", kinds, ""] if len(kinds) > 0 else None
    item = product(properties) if role == "view" else None
    if item is None:
        return None
    price = amount(properties, "price")
    return ["setEcommerceView", item[SKU], item[NAME], item[CATEGORY], price]


def change_cart(item: Item, is_added: bool, draft: Draft) -> None:
    """Add to what the cart has of a product, or take away; nothing left removes its line."""
    state = draft["state"]
    others: list[Item] = []
    known = 0
    for one in state["cart"]:
        if one[SKU] == item[SKU]:
            known = one[QUANTITY]
        else:
            others.append(one)
    left = known + item[QUANTITY] if is_added else known - item[QUANTITY]
    line = [item[SKU], item[NAME], item[CATEGORY], item[PRICE], left]
    state["cart"] = [*others, line] if left > 0 else others
    if not state["is_told"]:
        if state["is_stale"]:
            add(draft, ["clearEcommerceCart"])
        tell(state["cart"], draft)
        state["is_told"] = True
        state["is_stale"] = False
    elif left > 0:
        tell([line], draft)
    else:
        add(draft, ["removeEcommerceItem", item[SKU]])
    update_cart(draft)


def replace_cart(items: list[Item], draft: Draft) -> None:
    """Make the cart these products."""
    draft["state"]["cart"] = items
    draft["state"]["is_told"] = True
    add(draft, ["clearEcommerceCart"])
    tell(items, draft)


def tell(items: list[Item], draft: Draft) -> None:
    """Append one command for each line of a cart."""
    for item in items:
        add(draft, ["addEcommerceItem", *item])


def update_cart(draft: Draft) -> None:
    """Append the request that records the cart."""
    add(draft, ["trackEcommerceCartUpdate", total_of(draft["state"]["cart"])])


def order(properties: Properties, draft: Draft) -> None:
    """Append an order; without an id Matomo would record one named "undefined", with "0" a cart."""
    name = known(text(properties.get("orderid"), NAME_LIMIT))
    if not name:
        return
    items = draft["state"]["cart"]
    if is_list(properties.get("products")):
        items = products(properties.get("products"))
    replace_cart(items, draft)
    total = amount(properties, "total")
    if total == "":
        total = amount(properties, "revenue")
    command = ["trackEcommerceOrder", name, total_of(items) if total == "" else total]
    for part in ("subtotal", "tax", "shipping", "discount"):
        command.append(amount(properties, part))
    add(draft, command)
    draft["state"]["cart"] = []


def amount(properties: Properties, name: str) -> Number | str:
    """Return a number, or the text that Matomo omits."""
    value = number(properties.get(name))
    return "" if value is None else value
