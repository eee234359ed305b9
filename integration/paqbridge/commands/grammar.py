"""The closed list of commands: one bad command stops Matomo for the whole page, so none leaves.

A pattern says what the arguments of a command may be, by the initials of their types: boolean,
number, object, string, undefined. What may be left out is undefined. The only objects are lists of
texts and custom data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import has_form, pattern

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.destination import Grammar

NOTHING = pattern("")
TEXT = pattern("s")

GRAMMAR: Grammar = {
    "enableLinkTracking": NOTHING,
    "resetUserId": NOTHING,
    "setCustomVariable": pattern("ssss"),
    "setSiteId": pattern("[ns]"),
    "setTrackerUrl": TEXT,
    "setUserId": TEXT,
    "trackEvent": pattern("ss[su]?[nu]?"),
    "trackGoal": pattern("[ns][nsu]?"),
    "trackPageView": NOTHING,
}
"""Command name -> its arguments (Matomo's JavaScript tracking API reference)."""


def fitting(commands: list[Command], grammar: Grammar) -> list[Command]:
    """Return the commands that are in the grammar: a known name, each argument of its kind."""
    return [command for command in commands if fits(command, grammar)]


def fits(command: Command, grammar: Grammar) -> bool:
    """Tell whether a command is in the grammar."""
    form = grammar.get(command[0])
    return form is not None and has_form(form, command)
