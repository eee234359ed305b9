"""Where a note is made, and its neighbour where there is nothing to note."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.full_mapping import explained

NEVER = "the setting pageFacts is never"
EVENTS: dict[str, Any] = {
    "ecommerce": True,
    "siteSearchEvents": ["Searched"],
    "linkEvents": ["Clicked"],
}


def notes(kind: str, message: dict[str, Any], **settings: Any) -> list[tuple[str, Any]]:
    """Return text and value of each note on a call."""
    return [(note["text"], note["received"]) for note in explained(kind, message, **settings)[2]]


@pytest.mark.parametrize(
    ("event", "properties", "expected"),
    [("Searched", {"query": "a"}, []), ("Searched", {"keyword": "a", "results": 3}, []),
     ("Searched", {"query": "a", "results": "x"}, [("results: expected a number", "x")]),
     ("Clicked", {"url": "https://a.test/"}, []), ("Clicked", {"href": "https://a.test/"}, []),
     ("Product Viewed", {"sku": "s", "category": "Shoes"}, []),
     ("Product Added", {"sku": "s", "products": "none of its business"}, []),
     ("Order Completed", {"order_id": {}}, [("order: expected an order_id", {})])],
)  # fmt: skip
def test_requests(event: str, properties: Any, expected: Any) -> None:
    """A search, link, product or order that has what it needs is not said to lack it."""
    assert notes("track", {"event": event, "properties": properties}, **EVENTS) == expected


@pytest.mark.parametrize(("count", "is_noted"), [(5, False), (6, True)])
def test_categories(count: int, is_noted: bool) -> None:
    """matomo: five categories are recorded, a sixth is not."""
    product = {"sku": "s", "category": list("abcdef")[:count]}
    message = {"event": "Cart Viewed", "properties": {"products": [product]}}
    texts = [text for text, _ in notes("track", message, ecommerce=True)]
    assert texts == ["category: Matomo records the first five"] * is_noted


def test_facts_that_are_never_told() -> None:
    """spec, pageFacts: each fact that the call gives is named, no other."""
    here = {"url": "https://a.test/", "referrer": "https://b.test/"}
    expected = [(f"{name}: {NEVER}", value) for name, value in here.items()]
    assert notes("page", {"properties": here}, pageFacts="never") == expected


def test_dimensions_of_the_call() -> None:
    """An id that is none is shown; one that was given before is no mistake."""
    own = {"dimensions": {"3": "a"}, "customDimension": [{"dimensionId": 3, "dimensionValue": "b"}]}
    assert notes("track", {"event": "A", "own": own}) == []
    nameless = {"customDimension": [{"dimensionValue": "b"}]}
    expected = [("dimension : expected the id of a custom dimension", "b")]
    assert notes("track", {"event": "A", "own": nameless}) == expected
