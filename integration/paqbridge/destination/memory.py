"""What the next page must know: the cart, which Matomo's tracker keeps in memory only, a new visit
that a logout has asked for and no request has opened yet, the dimensions of user and group, and
whose all that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import read_storage
from paqbridge.native import json_text, keys, parsed, read
from paqbridge.storage.allowed import keep_text, may_store, saves

if TYPE_CHECKING:
    from paqbridge.types.command import Mapped, Mapping, State
    from paqbridge.types.event import Event, FullEvent
    from paqbridge.types.parts import FullState
    from paqbridge.types.settings import FullSettings, Settings

KEY = "paqbridge"
"""Under this name local storage has all four, as a list in JSON."""


def remembering(mapping: Mapping) -> Mapping:
    """Return a mapping whose state has what other pages have left, and which keeps its.

    Other tabs, and a page that comes back from the browser's cache, find what was stored since:
    storage is looked at before each call, and goes before memory, where something may be stored.
    What is there is as untrusted as a page's data; where there is nothing to know it is forgotten.
    What could not be stored is, as soon as it may be: there may be no other call on this page.
    """
    kept: str | None = None
    text: str | None = None

    def keep() -> None:
        nonlocal kept
        keep_text(KEY, text)
        # What is really there: storage may be full, or shut.
        kept = read_storage(KEY)

    saves(lambda is_allowed: keep() if is_allowed and text else None)

    def run(given: Event, settings: Settings, state: State) -> Mapped:
        nonlocal kept, text
        is_open = may_store()
        cast("FullEvent", given)["storable"] = is_open
        full = cast("FullSettings", settings)
        is_kept = keeps(full)
        before = state
        if state is None:
            kept = None
        if is_kept and is_open:
            found = read_storage(KEY)
            if found != kept:
                kept = found
                before = {**(state or {}), **left_by_page(found)}
        commands, after, notes = mapping(given, settings, before)
        text = left_to_next_page(cast("FullState", after), full) if is_kept else None
        if text != kept:
            keep()
        return commands, after, notes

    return run


def keeps(settings: FullSettings) -> bool:
    """Tell whether anything is to be kept: else storage is not touched."""
    has_dimensions = len(keys(settings["dimensions"])) > 0 or settings["groupDimension"] != ""
    is_known = has_dimensions and not settings["disableCookies"]
    return settings["ecommerce"] or settings["newVisitOnReset"] or is_known


def left_by_page(text: str | None) -> dict[str, object]:
    """Return what a page has kept, as it enters the state."""
    left = parsed(text)
    return {
        "stored": read(left, "0") or [],
        "is_new_visit": read(left, "1") is True,
        "stored_sticky": read(left, "2"),
        "stored_owner": read(left, "3"),
    }


def left_to_next_page(state: FullState, settings: FullSettings) -> str | None:
    """Return what to keep, None for nothing; without cookies nobody is to be known again."""
    is_bare = settings["disableCookies"]
    sticky = {} if is_bare else state["sticky"]
    owner = "" if is_bare else state["owner"] or ""
    if len(state["cart"]) > 0 or state["is_new_visit"] or len(keys(sticky)) > 0:
        return json_text([state["cart"], state["is_new_visit"], sticky, owner])
    return None


def forget() -> None:
    """Leave nothing to the next page."""
    keep_text(KEY, None)
