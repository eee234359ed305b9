"""Custom variables in the full mapping: on page views too, deleted afterwards, or dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.mapping.full.dimensions import DIMENSION_LIMIT
from paqbridge.mapping.full.draft import add
from paqbridge.mapping.variables import given_variables, variable_command
from paqbridge.native import read
from paqbridge.read.values import event_text

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.event import FullEvent
    from paqbridge.types.parts import CustomData, Draft, Variable
    from paqbridge.types.settings import FullSettings


def set_variables(
    variables: list[Variable], event: FullEvent, settings: FullSettings, draft: Draft
) -> None:
    """Append the commands of variables; those that are dimensions become custom data.

    A variable is one of the visit where "visit" follows its name and value.
    """
    given = given_variables(event["options"])
    for variable in variables:
        index, _, value = variable
        dimension = settings["customVariablesAsDimensions"].get(index)
        if dimension:
            data: CustomData = draft["data"] or {}
            data[dimension] = event_text(value, DIMENSION_LIMIT) or ""
            draft["data"] = data
        else:
            scope = "visit" if read(read(given, index), "2") == "visit" else "page"
            add(draft, variable_command(variable, scope))


def deletions(commands: list[Command]) -> list[Command]:
    """Return what takes the call's variables of page scope back.

    Matomo's tracker sends them with every later request as well.
    """
    return [
        ["deleteCustomVariable", command[1], "page"]
        for command in commands
        if command[0] == "setCustomVariable" and command[4] == "page"
    ]
