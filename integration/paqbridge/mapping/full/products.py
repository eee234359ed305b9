"""Products, as Matomo's ecommerce commands want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, each, is_list, pattern, read, rounded
from paqbridge.read.facade import fields
from paqbridge.read.values import CATEGORY_LIMIT, PRODUCT_LIMIT, event_text, known, money

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Item, Number, Properties


SKU = 0
NAME = 1
CATEGORY = 2
PRICE = 3
QUANTITY = 4
"""What is where in a product: the order of ``addEcommerceItem``'s arguments."""


COUNTED: Any = pattern(r"\s*(\d+(?:[.,]\d+)?)\s*[^\d\s.,/-].*")
"""A quantity with its unit."""


def product(data: Untrusted) -> Item:
    """Return ``[sku, name, category, price, quantity]``.

    A product has Segment's ``sku`` or ``product_id``, else "". A price that is missing, or cannot
    be read, is "", which says none; a quantity is 1.
    """
    properties = fields(data)
    sku = known(event_text(properties.get("sku"), PRODUCT_LIMIT))
    sku = sku or known(event_text(properties.get("productid"), PRODUCT_LIMIT))
    name = event_text(properties.get("name"), PRODUCT_LIMIT) or ""
    quantity = counted(properties.get("quantity"))
    return [
        sku or "",
        name,
        categories(properties.get("category")),
        amount(properties, "price"),
        1 if quantity is None else quantity,
    ]


def counted(value: Untrusted) -> Number | None:
    """Return a quantity, that of "2 pcs" too; None where it cannot be read."""
    return money(captured(COUNTED, value) or value)


def amount(properties: Properties, name: str) -> Number | str:
    """Return a number, or the text that Matomo omits."""
    value = money(properties.get(name))
    return "" if value is None else value


def categories(value: Untrusted) -> str | list[str]:
    """Return a category as text, or up to five of them as a list of texts.

    A list of none is no list: Matomo would count a category of the name ``[]``.
    """
    if not is_list(value):
        return event_text(value, PRODUCT_LIMIT) or ""
    found: list[str] = []

    def take(item: Untrusted, index: str) -> None:
        one = event_text(item, PRODUCT_LIMIT)
        if one and len(found) < CATEGORY_LIMIT:
            found.append(one)

    each(value, take)
    return found if len(found) > 0 else ""


def products(value: Untrusted) -> list[Item]:
    """Return the products of an untrusted list; of what is none, those that have an id or a price.

    Matomo keeps one line a product, the last: several are one line, which costs as much as they do.
    Those without an id no report shows, but they are part of the total.
    """
    found: list[Item] = []

    def take(item: Untrusted, index: str) -> None:
        one = product(item)
        if one[SKU] == "" and one[PRICE] == "" and (item is None or not is_list(value)):
            return
        same = [line for line in found if line[SKU] == one[SKU]]
        if len(same) > 0 and one[SKU] != "":
            add_to(same[0], one)
        else:
            found.append(one)

    each(value, take)
    return found


def listed(properties: Properties) -> list[Item] | None:
    """Return the products that an event lists, None where it does not list any.

    PHP makes an object of a list with gaps, ``{"0": ..., "2": ...}``; what else is no list is none.
    """
    given = properties.get("products")
    found = products(given)
    return found if is_list(given) or len(found) > 0 else None


def add_to(line: Item, more: Item) -> None:
    """Add another line of the same product to one, at the price that they cost on average.

    What the one does not say, name, category or price, is that of the other.
    """
    quantity = line[QUANTITY] + more[QUANTITY]
    for slot in (NAME, CATEGORY, PRICE):
        if line[slot] == "":
            line[slot] = more[slot]
    if line[PRICE] != more[PRICE] and more[PRICE] != "" and quantity > 0:
        cost = line[PRICE] * line[QUANTITY] + more[PRICE] * more[QUANTITY]
        line[PRICE] = cost / quantity
    line[QUANTITY] = quantity


def stored(value: Untrusted) -> list[Item]:
    """Return the products of a cart that an earlier page has kept."""
    found: list[Untrusted] = []

    def take(line: Untrusted, index: str) -> None:
        found.append(stored_product(line))

    each(value, take)
    return [one for one in products(found) if one[SKU] != "" or one[PRICE] != ""]


def stored_product(line: Untrusted) -> Untrusted:
    """Return a line of such a cart as a page gives a product."""
    return {
        "sku": read(line, "0"),
        "name": read(line, "1"),
        "category": read(line, "2"),
        "price": read(line, "3"),
        "quantity": read(line, "4"),
    }


def total_of(items: list[Item]) -> Number | None:
    """Return what products cost together, to the cent; None where a price is not known."""
    total = 0
    for item in items:
        if item[PRICE] == "":
            return None
        total += item[PRICE] * item[QUANTITY]
    return rounded(total)
