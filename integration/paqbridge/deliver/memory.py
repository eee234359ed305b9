"""What the next page must know: the cart, which Matomo's tracker keeps in memory only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.host import read_storage, write_storage
from paqbridge.native import json_text, parsed, read

if TYPE_CHECKING:
    from paqbridge.types import Event, FullSettings, Mapped, Mapping

KEY = "paqbridge_cart"
"""Under this name local storage has the lines of the cart, as JSON."""


def remembering(mapping: Mapping) -> Mapping:
    """Return a mapping whose first state has the cart of the page before, and which keeps its own.

    Only with ``ecommerce`` is storage touched. What is stored is as untrusted as a page's data; an
    empty cart is forgotten.
    """

    def run(event: Event, settings: FullSettings, state: Any) -> Mapped:
        if not settings["ecommerce"]:
            return mapping(event, settings, state)
        before = {"stored": parsed(read_storage(KEY))} if state is None else state
        commands, after, notes = mapping(event, settings, before)
        cart = after["cart"]
        is_new = cart != read(before, "cart")
        if is_new and (len(cart) > 0 or state is not None or before["stored"] is not None):
            write_storage(KEY, json_text(cart) if len(cart) > 0 else None)
        return commands, after, notes

    return run
