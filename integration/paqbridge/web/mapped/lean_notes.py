"""What a lean build leaves out of a call, and why: it has no build that explains."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.explain.left_out import leave_out
from paqbridge.explain.omitted_values import variable_omissions
from paqbridge.explain.track_omissions import event_omissions
from paqbridge.mapping.parts import action_of
from paqbridge.native import read, text
from paqbridge.read.facade import fields

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Note, State
    from paqbridge.types.event import Event, FullEvent
    from paqbridge.types.settings import FullSettings

FULL_ONLY = "only a full build sends it"

NOTHING = {
    "identify": "a lean build needs a user id, and keeps no traits",
    "reset": "nobody was logged in",
}
"""Why a call about the visitor says nothing to Matomo."""


def lean_omissions(
    given: Event, settings: FullSettings, state: State, commands: list[Command]
) -> list[Note]:
    """Return notes on what a call left out, in the words of ``explain.omissions``."""
    notes: list[Note] = []
    event = cast("FullEvent", given)
    kind = event["type"]
    if kind == "track" and action_of(event, text) is not None:
        event_omissions(notes, fields(event["properties"]))
        variable_omissions(notes, event["options"], settings["customVariableLimit"])
    for options in event["options"]:
        whole = fields(options).get("dimensions")
        if whole is not None:
            leave_out(notes, "dimensions", FULL_ONLY, whole)
    if kind == "page":
        for name in ("url", "title", "referrer"):
            value = read(event["properties"], name)
            if value is not None:
                leave_out(notes, name, FULL_ONLY, value)
    if kind in NOTHING and len(commands) == 0:
        leave_out(notes, kind, NOTHING[kind], event["userId"])
    return notes
