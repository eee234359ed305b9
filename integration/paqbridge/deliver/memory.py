"""What the next page must know: the cart, which Matomo's tracker keeps in memory only, and that a
logout has asked for a new visit which no request has opened yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.host import read_storage, write_storage
from paqbridge.native import json_text, parsed, read

if TYPE_CHECKING:
    from paqbridge.types import Event, FullSettings, Mapped, Mapping

KEY = "paqbridge"
"""Under this name local storage has both, as a list in JSON."""


def remembering(mapping: Mapping) -> Mapping:
    """Return a mapping whose first state has what the page before has left, and which keeps its.

    Only with ``ecommerce`` or ``newVisitOnReset`` is storage touched. What is stored is as
    untrusted as a page's data; where there is nothing to know it is forgotten.
    """
    kept: Any = None

    def run(event: Event, settings: FullSettings, state: Any) -> Mapped:
        nonlocal kept
        before = state
        if state is None:
            kept = None
            if settings["ecommerce"] or settings["newVisitOnReset"]:
                kept = read_storage(KEY)
            left = parsed(kept)
            before = {"stored": read(left, "0"), "is_new_visit": read(left, "1") is True}
        commands, after, notes = mapping(event, settings, before)
        text = None
        if len(after["cart"]) > 0 or after["is_new_visit"]:
            text = json_text([after["cart"], after["is_new_visit"]])
        if text != kept:
            kept = text
            write_storage(KEY, text)
        return commands, after, notes

    return run


def forget() -> None:
    """Leave nothing to the next page."""
    write_storage(KEY, None)
