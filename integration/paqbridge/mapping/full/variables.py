"""Custom variables in the full mapping: on page views too, deleted afterwards, or dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.mapping.custom_variables import given_variables
from paqbridge.native import read

if TYPE_CHECKING:
    from paqbridge.types import Command, Draft, FullEvent, FullSettings


def set_variables(
    variables: list[Command], event: FullEvent, settings: FullSettings, draft: Draft
) -> None:
    """Append the core's commands for variables; those that are dimensions become custom data.

    A variable is one of the visit where "visit" follows its name and value.
    """
    given = given_variables(event["options"])
    data: Any = {**(draft["data"] or {})}
    for variable in variables:
        if read(read(given, variable[1]), "2") == "visit":
            variable[4] = "visit"
        dimension = read(settings["customVariablesAsDimensions"], variable[1])
        if dimension:
            data[dimension] = variable[3]
            draft["data"] = data
        else:
            draft["commands"].append(variable)


def deletions(commands: list[Command], settings: FullSettings) -> list[Command]:
    """Return what takes the call's variables of page scope back, if the setting says so.

    Matomo's tracker sends them with every later request as well.
    """
    found: list[Command] = []
    for command in commands:
        is_set = command[0] == "setCustomVariable" and command[4] == "page"
        if is_set and settings["clearCustomVariables"]:
            found.append(["deleteCustomVariable", command[1], "page"])
    return found
