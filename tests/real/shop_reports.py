"""What reports sum up of actions: which is asked for, and how its rows are counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.real.details import CART, ORDER

Told = dict[str, Any]
PARTS = {"revenue": "revenue", "revenue_tax": "revenueTax", "revenue_shipping": "revenueShipping"}
Rows = Callable[[list[Told]], list[Told]]


def orders(actions: list[Told]) -> list[Told]:
    """How many orders there are, of what, and what they are worth."""
    found = [one for one in actions if one["type"] == ORDER]
    sums = {column: sum(one[name] for one in found) for column, name in PARTS.items()}
    items = sum(one["items"] for one in found)
    return [{"nb_conversions": len(found), "items": items, **sums}]


def goals(actions: list[Told]) -> list[Told]:
    """How often goal 1 was reached, and what that is worth."""
    found = [one["revenue"] for one in actions if one["type"] == "goal"]
    return [{"nb_conversions": len(found), "revenue": sum(found)}]


def events(actions: list[Told]) -> list[Told]:
    """How often each event happened, and its values together."""
    return [
        {"label": one["eventAction"], "nb_events": 1, "sum_event_value": one["eventValue"] or 0}
        for one in actions
        if one["type"] == "event"
    ]


def titles(actions: list[Told]) -> list[Told]:
    """How often each page was seen."""
    return [{"label": one["pageTitle"], "nb_hits": 1} for one in actions if one["type"] == "action"]


def items_of(kind: str) -> Rows:
    """How many of each product are in orders, or in carts, and what they cost."""
    return lambda actions: [
        {
            "label": line["itemSKU"],
            "quantity": line["quantity"],
            "revenue": line["price"] * line["quantity"],
        }
        for one in actions
        if one["type"] == kind
        for line in one["itemDetails"]
    ]


def viewed(actions: list[Told]) -> list[Told]:
    """How often products of each category were looked at, and no other."""
    found = (one.get("productViewCategories") or [] for one in actions)
    return [{"label": group, "nb_actions": 1} for groups in found for group in groups]


SOLD = "label quantity revenue"
REPORTS: dict[str, tuple[str, dict[str, str], str, Rows]] = {
    "orders": ("Goals.get", {"idGoal": ORDER}, f"nb_conversions items {' '.join(PARTS)}", orders),
    "goals": ("Goals.get", {"idGoal": "1"}, "nb_conversions revenue", goals),
    "events": ("Events.getAction", {}, "label nb_events sum_event_value", events),
    "titles": ("Actions.getPageTitles", {}, "label nb_hits", titles),
    "ordered": ("Goals.getItemsSku", {}, SOLD, items_of(ORDER)),
    "left in carts": ("Goals.getItemsSku", {"abandonedCarts": "1"}, SOLD, items_of(CART)),
    "categories": ("Goals.getItemsCategory", {}, "label nb_actions", viewed),
}
"""Matomo's method, its parameters, the columns to compare, and the rows that there must be."""
