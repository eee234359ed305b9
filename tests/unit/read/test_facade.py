"""Properties by name, and revenue."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.mapping.parts import revenue
from paqbridge.native import folded, number
from paqbridge.read.facade import fields


def test_any_case_style() -> None:
    """Names match without case and punctuation; the first that has a value wins (segment 12)."""
    found = fields({"Category": None, "CATEGORY": "a", "category": "b", "va-lue": 3, "other": 1})
    assert found == {"category": "a", "value": 3, "other": 1}


def test_no_properties() -> None:
    """Properties that are none have no fields."""
    for properties in (None, "text", 5):
        assert fields(properties) == {}


@pytest.mark.parametrize(
    ("properties", "event", "worth"),
    [({"revenue": "$5"}, "Paid", 5), ({"revenue": 0}, "Order Completed", 0),
     ({"total": 7}, "Paid", None), ({"total": 7}, "Order Completed", 7),
     ({"total": "7", "revenue": "x"}, "completed_order", 7),
     ({"total": 7}, "Completed Orders", None)],
)  # fmt: skip
def test_revenue(properties: dict[str, Any], event: str, worth: float | None) -> None:
    """A completed order without usable revenue is worth its total (segment 15)."""
    assert revenue(fields(properties), folded(event), number) == worth
