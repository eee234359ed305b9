"""What the parts of the full mapping work on: the commands and the next state so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from paqbridge.types.command import Command, State
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Draft, FullState

NEW: FullState = {
    "user": None,
    "known": None,
    "owner": None,
    "is_remembered": False,
    "sticky": {},
    "url": None,
    "title": None,
    "is_titled": False,
    "referrer": None,
    "cart": [],
    "stored": None,
    "stored_sticky": None,
    "stored_owner": None,
    "is_told": False,
    "is_stale": False,
    "is_new_visit": False,
}
"""The state of a tracker that has just started."""


def create_draft(state: State) -> Draft:
    """Return a draft without commands, on a copy of the state."""
    known = cast("FullState", state or {})
    return {"commands": [], "notes": [], "state": {**NEW, **known}, "data": None}


def add(draft: Draft, command: Command) -> None:
    """Append a command to what a call has led to."""
    draft["commands"].append(command)


def note(draft: Draft, text: str, received: Untrusted) -> None:
    """Note what a page's developers should know."""
    draft["notes"].append({"text": text, "received": received})
