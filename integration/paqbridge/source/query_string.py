"""Calls that the page's URL asks for: ``ajs_uid``, ``ajs_aid``, ``ajs_event`` and what they bring.

Only where a page has switched it on: any link could otherwise say who the visitor is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import each_in_query, matches, read

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def query_calls(landed: str, limits: Untrusted) -> list[list[Untrusted]]:
    """Return the calls that an address asks for, each the name of a method and its arguments.

    ``limits`` may have patterns, ``uid`` and ``aid``, that an id must match. Traits and properties
    alone do nothing. Without a query, that of a route after the hash counts.
    """
    said: dict[str, Untrusted] = {}
    traits: dict[str, Untrusted] = {}
    properties: dict[str, Untrusted] = {}

    def take(value: Untrusted, name: str) -> None:
        if name.startswith("ajs_trait_"):
            traits[name[10:]] = value
        elif name.startswith("ajs_prop_"):
            properties[name[9:]] = value
        elif value != "":
            said[name] = value

    page, route = f"{landed}#".split("#")[:2]
    each_in_query(page if f"{page}?".split("?")[1] else "https://route" + route, take)
    uid, aid, event = said.get("ajs_uid"), said.get("ajs_aid"), said.get("ajs_event")
    calls: list[list[Untrusted]] = []
    if aid is not None and is_allowed(aid, read(limits, "aid")):
        calls.append(["setAnonymousId", aid])
    if uid is not None and is_allowed(uid, read(limits, "uid")):
        calls.append(["identify", uid, traits])
    if event is not None:
        calls.append(["track", event, properties])
    return calls


def is_allowed(value: Untrusted, limit: Untrusted) -> bool:
    """Tell whether an id has the form that the page asks for, if it asks for any."""
    return limit is None or matches(limit, value)
