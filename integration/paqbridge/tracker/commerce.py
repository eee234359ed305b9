"""The shop: what is in the cart, orders, and the product that a page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import changed, is_filled, is_given, is_list, json_text, keys, parsed, written
from paqbridge.tracker.pace import track
from paqbridge.tracker.text import pair, without

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

SHOP = "ecommerce"


def add_item(
    state: State,
    sku: Untrusted,
    name: Untrusted,
    category: Untrusted,
    price: Untrusted,
    quantity: Untrusted,
) -> None:
    """Put a product into the cart, in the place of one with its SKU."""
    if is_filled(sku):
        line = [written(sku), name, category, price, quantity]
        state["cart"] = changed(state["cart"], written(sku), line)


def remove_item(state: State, sku: Untrusted) -> None:
    """Take a product out of the cart."""
    state["cart"] = without(state["cart"], written(sku))


def clear_cart(state: State) -> None:
    """Empty the cart."""
    state["cart"] = {}


def items(state: State) -> Untrusted:
    """Return what is in the cart, for the page to keep."""
    return parsed(json_text(state["cart"]))


def items_text(state: State) -> str:
    """Return the parameter that says what is in the cart, with what stands for nothing."""
    lines: list[Untrusted] = []
    for sku in keys(state["cart"]):
        line = state["cart"][sku]
        known: list[Untrusted] = []
        for index, standard in enumerate(["", "", "", 0, 1]):
            one = line[index]
            known.append(one if is_given(one) and written(one) else standard)
        lines.append(known)
    return pair("ec_items", json_text(lines))


def track_cart(state: State, total: Untrusted) -> None:
    """Say what is in the cart, and what it is worth."""
    if is_given(total):
        track(state, SHOP, f"&idgoal=0&revenue={written(total)}{items_text(state)}")


def track_order(
    state: State,
    order: Untrusted,
    total: Untrusted,
    before: Untrusted,
    tax: Untrusted,
    shipping: Untrusted,
    discount: Untrusted,
) -> None:
    """Say that what is in the cart was bought, and empty it; an empty amount is not said."""
    if written(order) == "" or not is_given(total):
        return
    text = "&idgoal=0" + pair("ec_id", order) + f"&revenue={written(total)}"
    for name, amount in [("st", before), ("tx", tax), ("sh", shipping), ("dt", discount)]:
        text += f"&ec_{name}={written(amount)}" if written(amount) else ""
    text += items_text(state)
    state["cart"] = {}
    track(state, SHOP, text)


def set_view(
    state: State, sku: Untrusted, name: Untrusted, category: Untrusted, price: Untrusted
) -> None:
    """Have all later requests say which product or category the page shows."""
    group = json_text(category) if is_list(category) and len(category) > 0 else category
    text = pair("_pkc", group if is_filled(group) else "")
    text += pair("_pkp", price) if is_filled(price) else ""
    text += pair("_pks", sku) if is_filled(sku) else ""
    if is_filled(sku) or is_filled(name):
        text += pair("_pkn", name if is_filled(name) else "")
    state["view"] = text
