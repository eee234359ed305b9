"""Segment's ecommerce events (version 2 and the older names), besides the events themselves.

Matomo's tracker keeps the cart in memory only, and each update replaces the one on the server: so
the cart is part of the state, and told whole once on each page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import NOTES
from paqbridge.mapping.full.draft import leave_out
from paqbridge.mapping.full.notes import list_note
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
from paqbridge.mapping.notes import no_numbers
from paqbridge.native import is_list, number, read
from paqbridge.read.values import NAME_LIMIT, known, text

if TYPE_CHECKING:
    from paqbridge.types import Draft

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


def role_of(key: str) -> Any:
    """Return what an event is about by its folded name, None where it is no ecommerce event."""
    return read(ROLES, key)


def ecommerce(role: Any, properties: Any, draft: Draft) -> None:
    """Append the commands of an ecommerce event that come before its goals and itself."""
    if NOTES and (role == "cart" or role == "order"):
        list_note(properties.get("products"), draft)
    if role == "view":
        view(properties, draft)
    elif role == "list":
        kinds = categories(properties.get("category"))
        if len(kinds) > 0:
            draft["commands"].append(["setEcommerceView", "", "", kinds, ""])
    elif role == "add" or role == "remove":
        item = product(properties, draft)
        if item is not None:
            change_cart(item, role == "add", draft)
    elif role == "cart" and is_list(properties.get("products")):
        replace_cart(products(properties.get("products"), draft), draft)
        update_cart(draft)
    elif role == "order":
        order(properties, draft)


def view(properties: Any, draft: Draft) -> None:
    """Append the view of one product."""
    item = product(properties, draft)
    if item is not None:
        price = amount(properties, "price")
        draft["commands"].append(["setEcommerceView", item[SKU], item[NAME], item[CATEGORY], price])


def change_cart(item: Any, is_added: bool, draft: Draft) -> None:
    """Add to what the cart has of a product, or take away; nothing left removes its line."""
    state = draft["state"]
    others: list[Any] = []
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
        tell(state["cart"], draft)
        state["is_told"] = True
    elif left > 0:
        tell([line], draft)
    else:
        draft["commands"].append(["removeEcommerceItem", item[SKU]])
    update_cart(draft)


def replace_cart(items: list[Any], draft: Draft) -> None:
    """Make the cart these products."""
    draft["state"]["cart"] = items
    draft["state"]["is_told"] = True
    draft["commands"].append(["clearEcommerceCart"])
    tell(items, draft)


def tell(items: list[Any], draft: Draft) -> None:
    """Append one command for each line of a cart."""
    for item in items:
        draft["commands"].append(["addEcommerceItem", *item])


def update_cart(draft: Draft) -> None:
    """Append the request that records the cart."""
    draft["commands"].append(["trackEcommerceCartUpdate", total_of(draft["state"]["cart"])])


def order(properties: Any, draft: Draft) -> None:
    """Append an order; without an id Matomo would record one named "undefined", with "0" a cart."""
    name = known(text(properties.get("orderid"), NAME_LIMIT))
    if not name:
        leave_out(draft, "order: expected an order_id", properties.get("orderid"))
        return
    if NOTES:
        no_numbers(("subtotal", "tax", "shipping", "discount"), properties, draft["notes"])
    items = draft["state"]["cart"]
    if is_list(properties.get("products")):
        items = products(properties.get("products"), draft)
    replace_cart(items, draft)
    total = amount(properties, "total")
    if total == "":
        total = amount(properties, "revenue")
    command = ["trackEcommerceOrder", name, total_of(items) if total == "" else total]
    for part in ("subtotal", "tax", "shipping", "discount"):
        command.append(amount(properties, part))
    draft["commands"].append(command)
    draft["state"]["cart"] = []


def amount(properties: Any, name: str) -> Any:
    """Return a number, or the text that Matomo omits."""
    value = number(properties.get(name))
    return "" if value is None else value
