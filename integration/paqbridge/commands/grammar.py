"""The closed list of commands: one bad command stops Matomo for the whole page, so none leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import read, type_name

if TYPE_CHECKING:
    from paqbridge.types import Command

TEXT = "s"
NUMBER_OR_TEXT = "sn"
OPTIONAL_TEXT = "su"
OPTIONAL_NUMBER = "nu"
OPTIONAL_WORTH = "nsu"
"""Kinds of arguments, each the initials of the types that it admits: string, number, undefined."""

GRAMMAR = {
    "setSiteId": [NUMBER_OR_TEXT],
    "setTrackerUrl": [TEXT],
    "enableLinkTracking": [],
    "trackPageView": [],
    "setUserId": [TEXT],
    "resetUserId": [],
    "setCustomVariable": [TEXT, TEXT, TEXT, TEXT],
    "trackGoal": [NUMBER_OR_TEXT, OPTIONAL_WORTH],
    "trackEvent": [TEXT, TEXT, OPTIONAL_TEXT, OPTIONAL_NUMBER],
}
"""Command name -> the kind of each argument (Matomo's JavaScript tracking API reference)."""


def fits(command: Command) -> bool:
    """Tell whether a command is in the grammar: a known name, each argument of its kind."""
    kinds = read(GRAMMAR, command[0])
    if kinds is None or len(command) > len(kinds) + 1:
        return False
    return all(type_name(command[index + 1])[0] in kind for index, kind in enumerate(kinds))
