"""What the parts of the full mapping work on: the commands and the next state so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import NOTES
from paqbridge.mapping import notes

if TYPE_CHECKING:
    from paqbridge.types import Draft, FullState

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


def create_draft(state: Any) -> Draft:
    """Return a draft without commands, on a copy of the state."""
    return {"commands": [], "notes": [], "state": {**NEW, **(state or {})}, "data": None}


def leave_out(draft: Draft, text: str, received: Any) -> None:
    """Explain what is not sent."""
    if NOTES:
        notes.leave_out(draft["notes"], text, received)
