"""What one request did, told as Matomo's Live.getLastVisitsDetails tells it."""

from __future__ import annotations

import json
from typing import Any

from demo.matomo_double.judge import judge
from demo.matomo_double.judge_asides import DIMENSION, variables

Detail = dict[str, Any]

ORDER, CART = "ecommerceOrder", "ecommerceAbandonedCart"
CONTENT = 13
"""Matomo has no word for these."""
TYPES = {
    "page view": "action",
    "event": "event",
    "search": "search",
    "goal": "goal",
    "order": ORDER,
    "cart": CART,
    "link": "outlink",
    "download": "download",
    "content": CONTENT,
}
"""What the judge calls it -> what the report calls it; what is not here is no action."""

MONEY = {"revenue": "revenue"}
TOTALS = {
    **MONEY,
    "orderId": "order",
    "revenueSubTotal": "subtotal",
    "revenueTax": "tax",
    "revenueShipping": "shipping",
    "revenueDiscount": "discount",
}
FIELDS = {
    "page view": {"pageTitle": "title"},
    "event": {
        "eventCategory": "category",
        "eventAction": "action",
        "eventName": "name",
        "eventValue": "value",
    },
    "search": {
        "siteSearchKeyword": "keyword",
        "siteSearchCategory": "category",
        "siteSearchCount": "count",
    },
    "goal": {"goalId": "goal", **MONEY},
    "order": TOTALS,
    "cart": MONEY,
    "link": {"url": "url"},
    "download": {"url": "url"},
    "content": {"contentName": "name", "contentInteraction": "interaction"},
}
"""What the report calls it -> what the judge calls it."""

VIEWED = {"productViewSku": "_pks", "productViewName": "_pkn", "productViewPrice": "_pkp"}


def detail(parameters: dict[str, str]) -> Detail | None:
    """What one request that was recorded did; None where that is no action of a visit."""
    judged = judge(parameters)
    kind = judged["recorded"]
    if kind not in TYPES:
        return None
    told: Detail = {"url": without_fragment(parameters.get("url", ""))}
    told |= {words: judged[name] for words, name in FIELDS[kind].items()}
    # A goal that says no revenue has its own, 0 unless somebody has set another.
    told |= {"revenue": told["revenue"] or 0} if kind == "goal" else {}
    told |= {words: parameters.get(name) for words, name in VIEWED.items()}
    told |= {"productViewCategories": categories(parameters.get("_pkc"))}
    told |= {"hasBlankCategory": parameters.get("_pkc") == "", **dimensions(parameters)}
    told |= items(judged) if "items" in judged else {}
    present = {words: value for words, value in told.items() if value not in (None, "", [])}
    return {"type": TYPES[kind], **present, **page_variables(parameters)}


def without_fragment(url: str) -> str:
    """An address as Matomo keeps it, unless its site is set to keep fragments."""
    return url.partition("#")[0]


def categories(text: str | None) -> list[str]:
    """The categories of a product view: one, or a JSON list of them; one of none is a name."""
    is_listed = text and text.startswith("[") and text != "[]"
    found: list[str] = json.loads(text) if text and is_listed else [text or ""]
    return [one for one in found if one]


def dimensions(parameters: dict[str, str]) -> Detail:
    """Custom dimensions, under the names that they have on the wire."""
    return {name: value for name, value in parameters.items() if DIMENSION.fullmatch(name)}


def items(judged: Detail) -> Detail:
    """How many things a cart or an order has, and which."""
    lines = [
        {
            "itemSKU": line["sku"],
            "itemName": line["name"],
            "categories": line["categories"],
            "price": line["price"],
            "quantity": line["quantity"],
        }
        for line in judged["items"]
    ]
    return {"items": sum(line["quantity"] for line in lines), "itemDetails": lines}


def page_variables(parameters: dict[str, str]) -> Detail:
    """Custom variables of the scope page; no key at all where there are none."""
    slots = {
        slot: {f"customVariablePageName{slot}": name, f"customVariablePageValue{slot}": value}
        for slot, (name, value) in variables(parameters.get("cvar")).items()
    }
    return {"customVariables": slots} if slots else {}
