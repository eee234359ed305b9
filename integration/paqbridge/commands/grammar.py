"""The closed list of commands: one bad command stops Matomo for the whole page, so none leaves.

For each argument of a command stands what it may be, by the initials of types: boolean, number,
object, string, undefined. What may be left out is undefined. The only objects are lists of texts
and custom data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import has_kinds

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.destination import Grammar

NOTHING: list[str] = []
TEXT = ["s"]

GRAMMAR: Grammar = {
    "enableLinkTracking": NOTHING,
    "resetUserId": NOTHING,
    "setCustomVariable": ["s", "s", "s", "s"],
    "setSiteId": ["ns"],
    "setTrackerUrl": TEXT,
    "setUserId": TEXT,
    "trackEvent": ["s", "s", "su", "nu"],
    "trackGoal": ["ns", "nsu"],
    "trackPageView": NOTHING,
}
"""Command name -> its arguments (Matomo's JavaScript tracking API reference)."""


def fitting(commands: list[Command], grammar: Grammar) -> list[Command]:
    """Return the commands that are in the grammar: a known name, each argument of its kind."""
    return [command for command in commands if fits(command, grammar)]


def fits(command: Command, grammar: Grammar) -> bool:
    """Tell whether a command is in the grammar."""
    kinds = grammar.get(command[0])
    return kinds is not None and has_kinds(command, kinds)
