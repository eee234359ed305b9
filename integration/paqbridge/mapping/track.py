"""A track call: custom variables, then goals, then the event itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.mapping.custom_variables import custom_variables
from paqbridge.native import folded, number, read
from paqbridge.read.facade import fields, revenue
from paqbridge.read.values import TEXT_LIMIT, text

if TYPE_CHECKING:
    from paqbridge.types import Command, Event, Note, Settings

DEFAULT_CATEGORY = "All"
"""Segment's category for an event that names none; Matomo refuses an event without one."""


def map_track(
    event: Event, settings: Settings, commands: list[Command], notes: list[Note]
) -> None:
    """Append the commands of a track call, in Segment's order and arity.

    An event name that is no text, or blank, is refused with a warning: Matomo loses the hit.
    """
    name = event["event"]
    action = text(name, TEXT_LIMIT)
    if action is None or not isinstance(name, str):
        notes.append({"level": "warn", "text": "track: expected an event name", "received": name})
        return
    found = fields(event["properties"])
    worth = revenue(found, action)
    value = number(found.get("value"))
    custom_variables(event, settings["customVariableLimit"], commands, notes)
    goals(action, worth, settings["goals"], commands)
    commands.append(
        [
            "trackEvent",
            text(found.get("category"), TEXT_LIMIT) or DEFAULT_CATEGORY,
            action,
            text(found.get("name"), TEXT_LIMIT) or text(found.get("label"), TEXT_LIMIT),
            worth if value is None else value,
        ]
    )


def goals(action: str, worth: Any, table: Any, commands: list[Command]) -> None:
    """Append a ``trackGoal`` for each goal that the event's name stands for.

    A revenue of 0 goes out as the text '0', the only form that Matomo records as 0.
    """
    ids = None if table is None else read(table, folded(action))
    for goal in ids or []:
        commands.append(["trackGoal", goal, "0" if worth == 0 else worth])
