"""Orders and carts: what Matomo makes of requests for goal 0."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from demo.matomo_double.judge_values import literal, misread, number, quoted, written
from demo.matomo_double.judgement import Judgement, Parameters, Server, accepted, refused

MOST_CATEGORIES = 5
FIELDS = 5
TOTALS = {"ec_st": "subtotal", "ec_tx": "tax", "ec_sh": "shipping", "ec_dt": "discount"}


def order(parameters: Parameters, server: Server) -> Judgement:
    """Judge an ecommerce order."""
    name = parameters["ec_id"]
    if name in server.orders:
        return refused(f"Order {quoted(name)} was recorded before: Matomo answers 400.")
    warnings = literal("order's number", name)
    for parameter, words in {"revenue": "grand total", **TOTALS}.items():
        warnings += misread(words, parameters.get(parameter))
    total = number(parameters.get("revenue"))
    lines, doubts = items(parameters)
    return accepted(
        "order",
        f"an order {quoted(name)} of {written(total)} with {counted(lines)}",
        warnings + doubts,
        order=name,
        revenue=total,
        items=lines,
        **{words: number(parameters.get(parameter)) for parameter, words in TOTALS.items()},
    )


def cart(parameters: Parameters, server: Server) -> Judgement:
    """Judge an update of the cart: it replaces the abandoned cart before it."""
    text = parameters.get("revenue")
    lines, doubts = items(parameters)
    return accepted(
        "cart",
        f"an abandoned cart of {written(number(text))} with {counted(lines)}",
        misread("grand total", text) + doubts,
        revenue=number(text),
        items=lines,
    )


def items(parameters: Parameters) -> tuple[list[Judgement], list[str]]:
    """The lines as Matomo keeps them, one for each sku, and warnings about them."""
    lines: dict[str, Judgement] = {}
    doubts: list[str] = []
    for sku, name, category, price, quantity in item_rows(parameters.get("ec_items")):
        groups = category if isinstance(category, list) else [category] if category else []
        text = "" if price is None else str(price)
        lines[str(sku)] = {
            "sku": sku,
            "name": name,
            "categories": groups[:MOST_CATEGORIES],
            "price": number(text),
            "quantity": int(number(str(quantity))) or 1,
        }
        doubts += misread(f"price of {sku}", text)
        if len(groups) > MOST_CATEGORIES:
            doubts.append(f"Item {sku} has over five categories: Matomo keeps the first five.")
    return list(lines.values()), doubts


def item_rows(text: str | None) -> list[list[Any]]:
    """The rows of the parameter `ec_items`; what is none is left out."""
    try:
        rows = json.loads(text or "[]")
    except ValueError:
        return []
    whole = rows if isinstance(rows, list) else []
    return [row for row in whole if isinstance(row, list) and len(row) == FIELDS]


def counted(lines: Collection[Any]) -> str:
    """How many lines there are, in words."""
    return "1 item" if len(lines) == 1 else f"{len(lines)} items"
