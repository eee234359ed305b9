"""Products, as Matomo's ecommerce commands want them."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.mapping.full.products import categories, product, products, stored, total_of

NONE = ["", "", "", "", 1]


@pytest.mark.parametrize(
    ("given", "expected"),
    [({"sku": "s", "name": "Shirt", "category": "Clothes", "price": "$2.50", "quantity": 3},
      ["s", "Shirt", "Clothes", 2.5, 3]),
     ({"product_id": 7}, ["7", "", "", "", 1]),
     ({"sku": " ", "product_id": "p"}, ["p", "", "", "", 1]),
     ({"sku": "s", "quantity": 0}, ["s", "", "", "", 0]),
     ({"sku": "0"}, NONE), ({"name": "Shirt", "price": 9}, ["", "Shirt", "", 9, 1]),
     (None, NONE), ("s", NONE)],
)  # fmt: skip
def test_a_product(given: Any, expected: Any) -> None:
    """An id of "0" is none to Matomo; a missing price is none, a quantity 1."""
    assert product(given) == expected


def test_categories() -> None:
    """A text, or up to five of a list; what is no text is no category."""
    assert [categories(value) for value in ("Shoes", 5, {}, None)] == ["Shoes", "5", "", ""]
    assert [categories(value) for value in ([], [None, ""])] == ["", ""]
    assert categories(["a", {}, "b", "", "c", "d", "e", "f"]) == ["a", "b", "c", "d", "e"]


def test_several_of_one_product_are_one_line() -> None:
    """Matomo would keep the last line only: one line costs as much as all of them do."""
    lines = [
        {"sku": "a", "price": 2, "quantity": 2},
        {"sku": "b", "price": 9},
        {"sku": "a", "price": 5, "quantity": 1},
        {"sku": "b", "price": 9, "quantity": 2},
    ]
    found = products(lines)
    assert found == [["a", "", "", 3, 3], ["b", "", "", 9, 3]]
    assert total_of(found) == 36


def test_products_without_an_id() -> None:
    """Each is a line of its own: nobody knows whether they are one, or what the other costs."""
    lines = [{"name": "A", "price": 2}, {"name": "B"}, "c", None]
    assert products(lines) == [["", "A", "", 2, 1], ["", "B", "", "", 1], ["", "", "", "", 1]]
    assert products({"0": {"name": "B"}, "1": {"price": 2}, "length": 2}) == [["", "", "", 2, 1]]


def test_lines_that_cancel_each_other() -> None:
    """A quantity of none has no average price."""
    assert products([{"sku": "a", "price": 2}, {"sku": "a", "price": 4, "quantity": -1}]) == [
        ["a", "", "", 2, 0]
    ]


def test_a_stored_cart() -> None:
    """Its lines are products in the order of addEcommerceItem's arguments."""
    lines = [["s", "Shirt", ["a", "b"], 2.5, 3], ["t", "", "", 1, 1]]
    assert stored(lines) == lines
    assert stored([["s"], ["", "x", "", 2]]) == [["s", "", "", "", 1], ["", "x", "", 2, 1]]
    assert stored([None, ["", "x"], 5]) == []


def test_a_total_to_the_cent() -> None:
    """Sums of decimals are rounded as people do."""
    assert total_of([["a", "", "", 0.1, 1], ["b", "", "", 0.2, 1]]) == 0.3
    assert total_of([]) == 0


def test_no_total_without_prices() -> None:
    """What is unknown is not 0: a line without a price takes another's, or there is no total."""
    assert total_of([["a", "", "", 2, 1], ["b", "", "", "", 1]]) is None
    unpriced, priced = {"sku": "a", "price": "?"}, {"sku": "a", "price": 4}
    for lines in ([unpriced, priced], [priced, unpriced]):
        assert products(lines) == [["a", "", "", 4, 2]]
