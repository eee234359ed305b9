"""What the parts of the full mapping work on: the commands and the next state so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from paqbridge.types.command import State
    from paqbridge.types.parts import Draft, FullState

NEW: FullState = {
    "user": None,
    "sticky": {},
    "url": None,
    "title": None,
    "referrer": None,
    "cart": [],
    "stored": None,
    "is_told": False,
    "is_new_visit": False,
}
"""The state of a tracker that has just started."""


def create_draft(state: State) -> Draft:
    """Return a draft without commands, on a copy of the state."""
    known = cast("FullState", state or {})
    return {"commands": [], "notes": [], "state": {**NEW, **known}, "data": None}
