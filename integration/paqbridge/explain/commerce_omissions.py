"""Notes on what an event of commerce, or a cart that was stored, leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.explain.left_out import no_numbers, no_texts, note
from paqbridge.mapping.full.products import product
from paqbridge.native import each, is_list, keys, read, text
from paqbridge.read.facade import fields
from paqbridge.read.values import CATEGORY_LIMIT, NAME_LIMIT, known

if TYPE_CHECKING:
    from paqbridge.types.command import Note
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Properties

STORED = ("sku", "name", "category", "price", "quantity")
"""What is where in a line of a stored cart."""


def commerce_omissions(role: str | None, properties: Properties) -> list[Note]:
    """Note what an event of commerce leaves out."""
    notes: list[Note] = []
    listed = properties.get("products")
    if role == "cart" or role == "order":
        if listed is not None and not is_list(listed):
            notes.append(note("products: expected a list", listed))
    if role == "view" or role == "add" or role == "remove":
        return [*notes, *product_omissions(properties, properties)]
    if role == "cart":
        return [*notes, *list_omissions(listed)]
    if role == "order":
        return [*notes, *order_omissions(properties)]
    return notes


def order_omissions(properties: Properties) -> list[Note]:
    """Note what an order leaves out; without an id it is none."""
    if not known(text(properties.get("orderid"), NAME_LIMIT)):
        return [note("order: expected an order_id", properties.get("orderid"))]
    amounts = no_numbers(("subtotal", "tax", "shipping", "discount"), properties)
    return [*amounts, *list_omissions(properties.get("products"))]


def list_omissions(listed: Untrusted) -> list[Note]:
    """Note what the products of a list leave out."""
    notes: list[Note] = []

    def take(item: Untrusted, index: str) -> None:
        nonlocal notes
        notes = [*notes, *product_omissions(item, fields(item))]

    each(listed if is_list(listed) else None, take)
    return notes


def stored_omissions(stored: Untrusted) -> list[Note]:
    """Note what of the cart that an earlier page has stored cannot be read."""
    notes: list[Note] = []

    def take(line: Untrusted, index: str) -> None:
        nonlocal notes
        item: Properties = {}
        for place, name in enumerate(STORED):
            item[name] = read(line, f"{place}")
        notes = [*notes, *product_omissions(item, item)]

    each(stored, take)
    return notes


def product_omissions(given: Untrusted, properties: Properties) -> list[Note]:
    """Note which details of a product are not recorded."""
    if product(given) is None:
        return [note("product: expected a sku or a product_id", given)]
    notes = [*no_texts(("name",), properties), *no_numbers(("price", "quantity"), properties)]
    category = properties.get("category")
    if is_list(category) and len(keys(category)) > CATEGORY_LIMIT:
        notes.append(note("category: Matomo records the first five", category))
    return notes
