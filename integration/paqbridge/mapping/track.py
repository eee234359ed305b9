"""A track call: custom variables, then goals, then the event itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import NOTES
from paqbridge.mapping.custom_variables import custom_variables
from paqbridge.mapping.notes import event_notes
from paqbridge.native import folded, number
from paqbridge.read.facade import fields, revenue
from paqbridge.read.values import TEXT_LIMIT, text

if TYPE_CHECKING:
    from paqbridge.types import Command, Event, Mapped, Note, Settings

DEFAULT_CATEGORY = "All"
"""Segment's category for an event that names none; Matomo refuses an event without one."""


def map_track(event: Event, settings: Settings, state: Any) -> Mapped:
    """Return the commands of a track call, in Segment's order and arity.

    An event name that is no text, or blank, is refused with a warning: Matomo loses the hit.
    """
    name = event["event"]
    action = text(name, TEXT_LIMIT)
    if action is None or not isinstance(name, str):
        return [], state, [{"text": "track: expected an event name", "received": name}]
    commands: list[Command] = []
    notes: list[Note] = []
    properties = fields(event["properties"])
    if NOTES:
        event_notes(properties, notes)

    def slot(field: str) -> Any:
        return text(properties.get(field), TEXT_LIMIT)

    key = folded(action)
    worth = revenue(properties, key)
    value = number(properties.get("value"))
    custom_variables(event["options"], settings["customVariableLimit"], commands, notes)
    for goal in settings["goals"].get(key) or []:
        # Matomo records a revenue of 0 only as text.
        commands.append(["trackGoal", goal, "0" if worth == 0 else worth])
    category = slot("category") or DEFAULT_CATEGORY
    label = slot("name") or slot("label")
    commands.append(["trackEvent", category, action, label, worth if value is None else value])
    return commands, state, notes
