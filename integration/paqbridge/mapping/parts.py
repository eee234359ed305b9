"""What a track call says, before any command is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.mapping.variables import custom_variables
from paqbridge.native import folded
from paqbridge.read.facade import fields
from paqbridge.read.values import TEXT_LIMIT

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Note
    from paqbridge.types.event import Event
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Number, NumberReader, Parts, Properties, TextReader
    from paqbridge.types.settings import Settings

COMPLETED_ORDERS = ("ordercompleted", "completedorder")

DEFAULT_CATEGORY = "All"
"""Segment's category for an event that names none; Matomo refuses an event without one."""


def action_of(event: Event, written: TextReader) -> str | None:
    """Return the action of a track call, its name as a text for a slot.

    None where the name is no text, or blank: Matomo loses such a hit.
    """
    name = event["event"]
    return written(name, TEXT_LIMIT) if isinstance(name, str) else None


def track_parts(
    event: Event, action: str, settings: Settings, written: TextReader, counted: NumberReader
) -> Parts:
    """Return the parts of a track call; ``written`` makes the text for a slot of a value,
    ``counted`` its number."""
    properties = fields(event["properties"])

    def slot(field: str) -> str | None:
        return written(properties.get(field), TEXT_LIMIT)

    key = folded(action)
    worth = revenue(properties, key, counted)
    value = counted(properties.get("value"))
    return {
        "action": action,
        "key": key,
        "category": slot("category"),
        "label": slot("name") or slot("label"),
        "value": worth if value is None else value,
        "worth": worth,
        "goals": settings["goals"].get(key) or [],
        "variables": custom_variables(event["options"], settings["customVariableLimit"]),
        "properties": properties,
    }


def revenue(properties: Properties, event: str, counted: NumberReader) -> Number | None:
    """Return the revenue of a call, or None; ``event`` is its folded name.

    A completed order without a usable ``revenue`` is worth its ``total`` (Segment's ecommerce
    spec).
    """
    amount = counted(properties.get("revenue"))
    if amount is None and event in COMPLETED_ORDERS:
        return counted(properties.get("total"))
    return amount


def no_action(event: Event) -> Note:
    """Return the warning of a track call without a name."""
    return {"text": "track: expected an event name", "received": event["event"]}


def goal_command(goal: Untrusted, worth: Number | None) -> Command:
    """Return the command of a goal. Matomo records a revenue of 0 only as text."""
    return ["trackGoal", goal, "0" if worth == 0 else worth]


def event_command(parts: Parts) -> Command:
    """Return the command of the event itself, in Segment's arity."""
    category = parts["category"] or DEFAULT_CATEGORY
    return ["trackEvent", category, parts["action"], parts["label"], parts["value"]]
