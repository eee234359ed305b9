"""Any value of a page's as a short text, so that nothing of the page is kept or called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import any_text, is_dict, is_list, keys, type_name

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

LENGTH = 80
"""Longer texts are cut here (UTF-16 units)."""

NOTHING = "nothing"

KEYS = 5
"""So many keys of an object are shown."""


def shown(value: Untrusted) -> str:
    """Return what a person recognizes ``value`` by; no property of it is read."""
    if value is None:
        return NOTHING
    written = any_text(value, LENGTH)
    if isinstance(value, str):
        return f'"{written}"' if written == any_text(value, LENGTH + 1) else f'"{written}..."'
    if written is not None:
        return written
    if is_list(value):
        return "a list of " + (any_text(len(keys(value)), LENGTH) or "")
    if is_dict(value):
        return shown_keys(keys(value))
    kind = type_name(value)
    if kind == "object":
        # A revoked Proxy does not even say whether it is a list.
        return "an object"
    return "a number that is not finite" if kind == "number" else "a " + kind


def shown_keys(names: list[str]) -> str:
    """Return an object's description from its keys."""
    first = [any_text(name, LENGTH) or "" for name in names[:KEYS]]
    more = ", ..." if len(names) > KEYS else ""
    return "an object with " + ", ".join(first) + more if len(names) > 0 else "an object"
