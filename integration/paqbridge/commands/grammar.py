"""The closed list of commands: one bad command stops Matomo for the whole page, so none leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import initials

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.destination import Grammar

TEXT = "s"
FLAG = "b"
NUMBER = "n"
OBJECT = "o"
NUMBER_OR_TEXT = "ns"
TEXT_OR_LIST = "os"
TEXT_OR_FALSE = "bs"
OPTIONAL_TEXT = "su"
OPTIONAL_NUMBER = "nu"
OPTIONAL_FLAG = "bu"
OPTIONAL_WORTH = "nsu"
OPTIONAL_DATA = "ou"
"""Kinds of arguments, each the initials of the types that it admits: boolean, number, object,
string, undefined. The only objects are lists of texts and custom data."""

GRAMMAR: Grammar = {
    "enableLinkTracking": [],
    "resetUserId": [],
    "setCustomVariable": [TEXT, TEXT, TEXT, TEXT],
    "setSiteId": [NUMBER_OR_TEXT],
    "setTrackerUrl": [TEXT],
    "setUserId": [TEXT],
    "trackEvent": [TEXT, TEXT, OPTIONAL_TEXT, OPTIONAL_NUMBER],
    "trackGoal": [NUMBER_OR_TEXT, OPTIONAL_WORTH],
    "trackPageView": [],
}
"""Command name -> the kind of each argument (Matomo's JavaScript tracking API reference)."""


def fitting(commands: list[Command], grammar: Grammar) -> list[Command]:
    """Return the commands that are in the grammar: a known name, each argument of its kind."""
    return [command for command in commands if fits(command, grammar)]


def fits(command: Command, grammar: Grammar) -> bool:
    """Tell whether a command is in the grammar."""
    kinds = grammar.get(command[0])
    if kinds is None or len(command) > len(kinds) + 1:
        return False
    types = initials(command, len(kinds))
    return all(types[index] in kind for index, kind in enumerate(kinds))
