"""What the next page must know: the cart, which Matomo's tracker keeps in memory only, and that a
logout has asked for a new visit which no request has opened yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.destination.storage import keep_text
from paqbridge.host import read_storage
from paqbridge.native import json_text, parsed, read

if TYPE_CHECKING:
    from paqbridge.types.command import Mapped, Mapping, State
    from paqbridge.types.event import Event
    from paqbridge.types.parts import FullState
    from paqbridge.types.settings import FullSettings, Settings

KEY = "paqbridge"
"""Under this name local storage has both, as a list in JSON."""


def remembering(mapping: Mapping) -> Mapping:
    """Return a mapping whose first state has what the page before has left, and which keeps its.

    Only with ``ecommerce`` or ``newVisitOnReset`` is storage touched. What is stored is as
    untrusted as a page's data; where there is nothing to know it is forgotten.
    """
    kept: str | None = None

    def run(event: Event, settings: Settings, state: State) -> Mapped:
        nonlocal kept
        full = cast("FullSettings", settings)
        before = state
        if state is None:
            kept = None
            if full["ecommerce"] or full["newVisitOnReset"]:
                kept = read_storage(KEY)
            left = parsed(kept)
            before = {"stored": read(left, "0"), "is_new_visit": read(left, "1") is True}
        commands, after, notes = mapping(event, settings, before)
        text = left_to_next_page(cast("FullState", after))
        if text != kept:
            kept = text
            keep_text(KEY, text)
        return commands, after, notes

    return run


def left_to_next_page(state: FullState) -> str | None:
    """Return what to keep, None for nothing."""
    if len(state["cart"]) > 0 or state["is_new_visit"]:
        return json_text([state["cart"], state["is_new_visit"]])
    return None


def forget() -> None:
    """Leave nothing to the next page."""
    keep_text(KEY, None)
