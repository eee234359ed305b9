"""Reports counted from visits, as Matomo's Reporting API gives them: rows with a label."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from tests.real.details import CART, CONTENT, ORDER, Detail
from tests.real.visits import Visit

Row = dict[str, Any]
Asked = dict[str, str]

NO_CATEGORY = "Product Category not defined"


def page_urls(visits: list[Visit], asked: Asked) -> list[Row]:
    """How often each path with its query was seen."""
    places = (urlsplit(page["url"]) for page in actions(visits, "action"))
    paths = (place.path + (place.query and f"?{place.query}") for place in places)
    return summed({"label": path, "nb_hits": 1} for path in paths)


def page_titles(visits: list[Visit], asked: Asked) -> list[Row]:
    """How often each title was seen; Matomo puts a blank before it."""
    pages = actions(visits, "action")
    return summed({"label": f" {page['pageTitle']}", "nb_hits": 1} for page in pages)


def event_actions(visits: list[Visit], asked: Asked) -> list[Row]:
    """How many events of each action there were, and their values together."""
    return summed(
        {
            "label": event["eventAction"],
            "nb_events": 1,
            "sum_event_value": event.get("eventValue", 0),
        }
        for event in actions(visits, "event")
    )


def content_names(visits: list[Visit], asked: Asked) -> list[Row]:
    """How often each content was shown."""
    shown = [one for one in actions(visits, CONTENT) if "contentInteraction" not in one]
    return summed({"label": one["contentName"], "nb_impressions": 1} for one in shown)


def conversions(visits: list[Visit], asked: Asked) -> Row:
    """How many conversions of a goal there were, and what they were worth; of orders, in parts."""
    goal = asked["idGoal"]
    found = actions(visits, goal if goal in (CART, ORDER) else "goal")
    rows = (worth(one) for one in found if "goalId" not in one or str(one["goalId"]) == goal)
    return next(iter(summed(rows)), {})


def worth(conversion: Detail) -> Row:
    """One conversion, in the words of Goals.get."""
    parts = {
        "items": "items",
        "revenue_subtotal": "revenueSubTotal",
        "revenue_tax": "revenueTax",
        "revenue_shipping": "revenueShipping",
        "revenue_discount": "revenueDiscount",
    }
    told = {words: conversion[name] for words, name in parts.items() if name in conversion}
    return {"label": "", "nb_conversions": 1, "revenue": conversion["revenue"], **told}


def item_skus(visits: list[Visit], asked: Asked) -> list[Row]:
    """How many of each product were ordered, or left in carts, and what they cost."""
    kind = CART if asked.get("abandonedCarts") == "1" else ORDER
    lines = (line for done in actions(visits, kind) for line in done["itemDetails"])
    return summed(
        {
            "label": line["itemSKU"],
            "quantity": line["quantity"],
            "revenue": line["price"] * line["quantity"],
        }
        for line in lines
    )


def item_categories(visits: list[Visit], asked: Asked) -> list[Row]:
    """How often each category was looked at; a request that says none counts, too (measured)."""
    done = [one for visit in visits for one in visit["actionDetails"]]
    named = [name for one in done for name in one.get("productViewCategories", [])]
    blank = [NO_CATEGORY for one in done if one["hasBlankCategory"]]
    return summed({"label": name, "nb_actions": 1} for name in [*named, *blank])


def actions(visits: list[Visit], kind: str | int) -> list[Detail]:
    """The actions of one type."""
    return [one for visit in visits for one in visit["actionDetails"] if one["type"] == kind]


def summed(rows: Iterable[Row]) -> list[Row]:
    """One row for each label, with the sums of the others."""
    found: dict[str, Row] = {}
    for row in rows:
        known = found.setdefault(row["label"], {"label": row["label"]})
        known |= {name: known.get(name, 0) + row[name] for name in row if name != "label"}
    return list(found.values())


TABLES: dict[str, Callable[[list[Visit], Asked], Any]] = {
    "Actions.getPageUrls": page_urls,
    "Actions.getPageTitles": page_titles,
    "Contents.getContentNames": content_names,
    "Events.getAction": event_actions,
    "Goals.get": conversions,
    "Goals.getItemsCategory": item_categories,
    "Goals.getItemsSku": item_skus,
    "Live.getLastVisitsDetails": lambda visits, asked: visits,
}
"""The methods of the Reporting API that the stand-in has."""
