"""Notes on what an event of commerce, or a cart that was stored, leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.explain.left_out import leave_out, no_numbers, no_texts, unusable
from paqbridge.mapping.full.products import SKU, counted, listed, product, stored_product
from paqbridge.native import each, is_list, keys
from paqbridge.read.facade import fields
from paqbridge.read.values import CATEGORY_LIMIT, ORDER_LIMIT, event_text, known

if TYPE_CHECKING:
    from paqbridge.types.command import Note
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Properties


def commerce_omissions(notes: list[Note], role: str | None, properties: Properties) -> None:
    """Note what an event of commerce leaves out; an order without an id is none."""
    is_order = role == "order"
    if role == "view" or role == "add" or role == "remove":
        product_omissions(notes, properties)
    elif is_order or role == "cart":
        given = properties.get("products")
        if given is not None and listed(properties) is None:
            leave_out(notes, "products", "expected a list", given)
            given = None
        if is_order and not known(event_text(properties.get("orderid"), ORDER_LIMIT)):
            leave_out(notes, "order", "expected an order_id", properties.get("orderid"))
            return
        if is_order:
            no_numbers(notes, ("subtotal", "tax", "shipping", "discount"), properties)
        each(given, lambda item, index: product_omissions(notes, item))


def stored_omissions(notes: list[Note], stored: Untrusted) -> None:
    """Note what of the cart that an earlier page has stored cannot be read."""
    each(stored, lambda line, index: product_omissions(notes, stored_product(line)))


def product_omissions(notes: list[Note], given: Untrusted) -> None:
    """Note which details of a product are not recorded."""
    if not product(given)[SKU]:
        leave_out(notes, "product", "expected a sku or a product_id", given)
        return
    properties = fields(given)
    no_texts(notes, ("name",), properties)
    no_numbers(notes, ("price",), properties)
    quantity = properties.get("quantity")
    unusable(notes, "quantity", quantity, counted(quantity), "a number")
    category = properties.get("category")
    if is_list(category) and len(keys(category)) > CATEGORY_LIMIT:
        leave_out(notes, "category", "Matomo records the first five", category)
