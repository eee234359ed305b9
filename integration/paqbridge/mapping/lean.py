"""The lean mapping: what Segment's own integration does, and logout."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.mapping.parts import action_of, event_command, goal_command, no_action, track_parts
from paqbridge.mapping.variables import variable_command
from paqbridge.native import number, text
from paqbridge.read.values import NAME_LIMIT

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Mapped, State
    from paqbridge.types.event import Event
    from paqbridge.types.parts import Parts
    from paqbridge.types.settings import Settings


def map_lean(event: Event, settings: Settings, state: State) -> Mapped:
    """Translate one call: (event, settings, state) -> (commands, next state, notes).

    The state is the user that the tracker has been told of, None for nobody.
    """
    user = cast("str | None", state)
    if event["type"] == "track":
        action = action_of(event, text)
        if action is None:
            return [], user, [no_action(event)]
        return track(track_parts(event, action, settings, text, number)), user, []
    if event["type"] == "page":
        return [["trackPageView"]], user, []
    if event["type"] == "identify" or (event["type"] == "known" and settings["rememberUser"]):
        known = text(event["userId"] or None, NAME_LIMIT)
        return ([["setUserId", known]] if known else []), known or user, []
    if event["type"] == "known":
        return [], user, []
    return ([["resetUserId"]] if user else []), None, []


def track(parts: Parts) -> list[Command]:
    """Return the commands of a track call in Segment's order: variables, goals, the event."""
    commands = [variable_command(variable, "page") for variable in parts["variables"]]
    for goal in parts["goals"]:
        commands.append(goal_command(goal, parts["worth"]))
    commands.append(event_command(parts))
    return commands
