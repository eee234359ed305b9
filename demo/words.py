"""Matomo's request parameters in words: what each name means and which group it belongs to."""

from __future__ import annotations

import json
import re
from typing import Any

WHAT, PAGE, VISITOR, TECHNICAL = "what", "page", "visitor", "technical"

WORDS: dict[str, tuple[str, str]] = {
    "e_c": (WHAT, "Event category"),
    "e_a": (WHAT, "Event action"),
    "e_n": (WHAT, "Event name"),
    "e_v": (WHAT, "Event value"),
    "idgoal": (WHAT, "Goal"),
    "revenue": (WHAT, "Revenue"),
    "ec_id": (WHAT, "Order number"),
    "ec_st": (WHAT, "Order subtotal"),
    "ec_tx": (WHAT, "Order tax"),
    "ec_sh": (WHAT, "Order shipping"),
    "ec_dt": (WHAT, "Order discount"),
    "ec_items": (WHAT, "Order items"),
    "action_name": (WHAT, "Page title"),
    "search": (WHAT, "Search keyword"),
    "search_cat": (WHAT, "Search category"),
    "search_count": (WHAT, "Search results"),
    "link": (WHAT, "Outlink"),
    "download": (WHAT, "Download"),
    "c_n": (WHAT, "Content name"),
    "c_p": (WHAT, "Content piece"),
    "c_t": (WHAT, "Content target"),
    "c_i": (WHAT, "Content interaction"),
    "cvar": (WHAT, "Custom variables"),
    "_cvar": (WHAT, "Custom variables, visit"),
    "e_cvar": (WHAT, "Custom variables, event"),
    "_pks": (WHAT, "Product viewed, SKU"),
    "_pkn": (WHAT, "Product viewed, name"),
    "_pkc": (WHAT, "Product viewed, category"),
    "_pkp": (WHAT, "Product viewed, price"),
    "uid": (WHAT, "User id"),
    "new_visit": (WHAT, "New visit"),
    "ping": (WHAT, "Heartbeat"),
    "url": (PAGE, "Page address"),
    "urlref": (PAGE, "Referrer"),
    "_ref": (PAGE, "Attribution referrer"),
    "_refts": (PAGE, "Attribution time"),
    "_rcn": (PAGE, "Campaign name"),
    "_rck": (PAGE, "Campaign keyword"),
    "pv_id": (PAGE, "Page view id"),
    "pf_net": (PAGE, "Network time, ms"),
    "pf_srv": (PAGE, "Server time, ms"),
    "pf_tfr": (PAGE, "Transfer time, ms"),
    "pf_dm1": (PAGE, "DOM processing time, ms"),
    "pf_dm2": (PAGE, "DOM completion time, ms"),
    "pf_onl": (PAGE, "On-load time, ms"),
    "_id": (VISITOR, "Visitor id"),
    "_idn": (VISITOR, "New visitor"),
    "h": (VISITOR, "Local time, hour"),
    "m": (VISITOR, "Local time, minute"),
    "s": (VISITOR, "Local time, second"),
    "res": (VISITOR, "Screen resolution"),
    "cookie": (VISITOR, "Cookies available"),
    "uadata": (VISITOR, "Browser details"),
    "pdf": (VISITOR, "PDF viewer"),
    "qt": (VISITOR, "QuickTime"),
    "realp": (VISITOR, "RealPlayer"),
    "wma": (VISITOR, "Windows Media"),
    "fla": (VISITOR, "Flash"),
    "java": (VISITOR, "Java"),
    "ag": (VISITOR, "Silverlight"),
    "consent": (VISITOR, "Consent given"),
    "idsite": (TECHNICAL, "Site id"),
    "rec": (TECHNICAL, "Record this request"),
    "r": (TECHNICAL, "Random number"),
    "ca": (TECHNICAL, "Custom action"),
    "send_image": (TECHNICAL, "Answer with an image"),
    "apiv": (TECHNICAL, "API version"),
    "tracker_install_check": (TECHNICAL, "Installation check"),
}

ORDER = {name: position for position, name in enumerate(WORDS)}
DIMENSION = re.compile(r"dimension(\d+)")


def in_words(parameters: dict[str, str]) -> list[dict[str, str]]:
    """Describe each parameter as {name, group, words, value}, what is most telling first."""
    rows = [_row(name, value) for name, value in parameters.items()]
    return sorted(rows, key=lambda row: (ORDER.get(row["name"], len(ORDER)), row["name"]))


def _row(name: str, value: str) -> dict[str, str]:
    group, words = _meaning(name)
    return {"name": name, "group": group, "words": words, "value": _readable(name, value)}


def _meaning(name: str) -> tuple[str, str]:
    dimension = DIMENSION.fullmatch(name)
    if dimension:
        return (WHAT, f"Custom dimension {dimension[1]}")
    return WORDS.get(name, (TECHNICAL, name))


def _readable(name: str, value: str) -> str:
    """Custom variables as lines `1: name = value`; any other value as it came."""
    if name not in ("cvar", "_cvar", "e_cvar"):
        return value
    try:
        slots: dict[str, Any] = json.loads(value)
        return "\n".join(f"{index}: {pair[0]} = {pair[1]}" for index, pair in slots.items())
    except (ValueError, AttributeError, LookupError, TypeError):
        return value
