"""The core mapping: what Segment's own integration does, and logout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.mapping.track import map_track
from paqbridge.read.values import NAME_LIMIT, text

if TYPE_CHECKING:
    from paqbridge.types import Command, Event, Mapped, Note, Settings, State

NOBODY: State = {"user": None}
"""The state of a tracker that has just started."""


def map_event(event: Event, settings: Settings, state: State) -> Mapped:
    """Translate one call: (event, settings, state) -> (commands, next state, notes)."""
    commands: list[Command] = []
    notes: list[Note] = []
    if event["type"] == "track":
        map_track(event, settings, commands, notes)
    elif event["type"] == "page":
        commands.append(["trackPageView"])
    elif event["type"] == "identify":
        user = text(event["userId"] or None, NAME_LIMIT)
        if user is not None:
            commands.append(["setUserId", user])
            return commands, {"user": user}, notes
    elif state["user"] is not None:
        commands.append(["resetUserId"])
        return commands, NOBODY, notes
    return commands, state, notes
