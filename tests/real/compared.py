"""What of a report is compared, in one form for a stand-in's, a real Matomo's and a recording's."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tests.real.details import CART, CONTENT, ORDER, without_fragment

Told = dict[str, Any]

VARIABLES = "customVariables"
PAGE = f"url productViewSku productViewName productViewCategories productViewPrice {VARIABLES}"
TOTALS = "revenue revenueSubTotal revenueTax revenueShipping revenueDiscount"
FIELDS = {
    "action": f"pageTitle {PAGE}".split(),
    "event": f"eventCategory eventAction eventName eventValue {PAGE}".split(),
    "goal": "goalId revenue".split(),
    ORDER: f"orderId {TOTALS} items itemDetails".split(),
    CART: "revenue items itemDetails".split(),
    CONTENT: f"contentName contentInteraction {PAGE}".split(),
}
"""What of each type of action; of others the recordings have none."""

ITEM = "itemSKU itemName categories price quantity".split()
NUMBERS = f"goalId eventValue productViewPrice {TOTALS} items price quantity".split()


def visits_told(visits: Iterable[Told], has_variables: bool) -> list[Told]:
    """Visits, each with its user and its actions."""
    return in_order(
        {
            "userId": visit["userId"],
            "actions": in_order(
                action_told(action, has_variables) for action in visit["actionDetails"]
            ),
        }
        for visit in visits
    )


def action_told(action: Told, has_variables: bool) -> Told:
    """What an action says; without custom variables where Matomo has no plugin for them."""
    told = chosen(action, FIELDS.get(action["type"], []))
    if "itemDetails" in told:
        told["itemDetails"] = in_order(chosen(line, ITEM) for line in told["itemDetails"])
    if not has_variables:
        told.pop(VARIABLES, None)
    return {"type": action["type"], **told}


def chosen(data: Told, names: Iterable[str]) -> Told:
    """These of the values, where there are any."""
    told = {name: plain(name, data.get(name)) for name in names}
    return {name: value for name, value in told.items() if value is not None}


def plain(name: str, value: Any) -> Any:
    """One value: reports write numbers as texts too, and may or may not keep fragments."""
    if value in (None, "") or value is False:
        return None
    if name == "url":
        return without_fragment(value)
    return float(value) if name in NUMBERS else value


def rows_told(report: Any, columns: list[str]) -> list[Told]:
    """The rows of a report that have these columns; a report of one row is no list.

    Where a site keeps fragments, pages that differ in theirs only are counted together.
    """
    found: dict[str, Told] = {}
    for row in report if isinstance(report, list) else [report]:
        if all(name in row for name in columns):
            label = without_fragment(row.get("label", "")).strip()
            known = found.setdefault(label, {"label": label})
            for name in columns:
                if name != "label":
                    known[name] = round(known.get(name, 0) + float(row[name]), 2)
    return in_order(found.values())


def in_order(rows: Iterable[Told]) -> list[Told]:
    """Rows in one order: reports do not keep that of what happened in the same second."""
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))
