"""Segment's ecommerce events (version 2 and the older names), besides the events themselves.

Matomo's tracker keeps the cart in memory only, and each update replaces the one on the server: so
the cart is part of the state, and told whole once on each page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.mapping.full.draft import add, note
from paqbridge.mapping.full.products import (
    CATEGORY,
    NAME,
    PRICE,
    QUANTITY,
    SKU,
    add_to,
    amount,
    categories,
    listed,
    product,
    total_of,
)
from paqbridge.native import rounded
from paqbridge.read.values import ORDER_LIMIT, event_text, known, money

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

UNPRICED = "a product has no price that can be read"


def role_of(key: str) -> str | None:
    """Return what an event is about by its folded name, None where it is no ecommerce event."""
    return ROLES.get(key)


def ecommerce(role: str | None, properties: Properties, draft: Draft) -> None:
    """Append the commands of an ecommerce event that come before its goals and itself."""
    if role == "add" or role == "remove":
        item = product(properties)
        if is_named(item, draft):
            change_cart(item, role == "add", draft)
    elif role == "cart":
        items = usable(properties, draft)
        if items is not None:
            replace_cart(items, draft)
            update_cart(draft)
    elif role == "order":
        order(properties, draft)


def viewed(role: str, properties: Properties, draft: Draft) -> Command | None:
    """Return the view of a product or of a category, None where an event is about neither."""
    if role == "list":
        kinds = categories(properties.get("category"))
        return ["setEcommerceView", "", "", kinds, ""] if len(kinds) > 0 else None
    item = product(properties)
    if role != "view" or not is_named(item, draft):
        return None
    if item[PRICE] == "" and properties.get("price") is not None:
        note(draft, UNPRICED, item[SKU])
    return ["setEcommerceView", item[SKU], item[NAME], item[CATEGORY], item[PRICE]]


def change_cart(item: Item, is_added: bool, draft: Draft) -> None:
    """Add to what the cart has of a product, or take away; nothing left removes its line."""
    state = draft["state"]
    others: list[Item] = []
    if not is_added:
        # What is taken away says nothing of what the rest costs.
        item[PRICE] = ""
        item[QUANTITY] = -item[QUANTITY]
    for one in state["cart"]:
        if one[SKU] == item[SKU]:
            add_to(item, one)
        else:
            others.append(one)
    left = item[QUANTITY]
    state["cart"] = [*others, item] if left > 0 else others
    if not state["is_told"]:
        if state["is_stale"]:
            add(draft, ["clearEcommerceCart"])
        tell(state["cart"], draft)
        state["is_told"] = True
        state["is_stale"] = False
    elif left > 0:
        tell([item], draft)
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
        if is_named(item, draft):
            if item[PRICE] == "":
                note(draft, UNPRICED, item[SKU])
            add(draft, ["addEcommerceItem", *item])


def is_named(item: Item, draft: Draft) -> bool:
    """Tell whether a product has an id; note one without, which Matomo has no place for."""
    sku: str = item[SKU]
    if not sku:
        note(draft, "a product has no sku", item[NAME])
    return sku != ""


def usable(properties: Properties, draft: Draft) -> list[Item] | None:
    """Return the products that an event lists, but those without id and price, which are noted, as
    is what is no list. None where it lists no other: a cart of them is no empty one.
    """
    items = listed(properties)
    if items is None and properties.get("products"):
        note(draft, "the products are no list", properties.get("products"))
    if items is None or len(items) == 0:
        return items
    found = [one for one in items if one[PRICE] != "" or is_named(one, draft)]
    return found if len(found) > 0 else None


def update_cart(draft: Draft) -> None:
    """Append the request that records the cart; none where it would say a total that is wrong."""
    total = total_of(draft["state"]["cart"])
    if total is not None:
        add(draft, ["trackEcommerceCartUpdate", total])


def order(properties: Properties, draft: Draft) -> None:
    """Append an order; without an id Matomo would record one named "undefined", with "0" a cart."""
    name = known(event_text(properties.get("orderid"), ORDER_LIMIT))
    if not name:
        note(draft, "an order has no id, so it is an event", properties.get("orderid"))
        return
    bought = usable(properties, draft)
    items = draft["state"]["cart"] if bought is None else bought
    total = order_total(properties, items)
    if total is None:
        note(draft, "an order has no total that can be read, so it is an event", name)
        if len(draft["state"]["cart"]) > 0:
            # What was bought must not be told again with the next cart.
            replace_cart([], draft)
        return
    replace_cart(items, draft)
    command = ["trackEcommerceOrder", name, total]
    for part in ("subtotal", "tax", "shipping", "discount"):
        command.append(amount(properties, part))
    add(draft, command)
    draft["state"]["cart"] = []


def order_total(properties: Properties, items: list[Item]) -> Number | None:
    """Return what an order comes to: its total, else revenue, tax and shipping, else its items.

    None where nothing of that can be read.
    """
    total = money(properties.get("total"))
    if total is not None:
        return total
    revenue = money(properties.get("revenue"))
    if revenue is None:
        return total_of(items) if len(items) > 0 else None
    tax = money(properties.get("tax")) or 0
    return rounded(revenue + tax + (money(properties.get("shipping")) or 0))
