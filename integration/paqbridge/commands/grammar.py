"""The closed list of commands: one bad command stops Matomo for the whole page, so none leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import matches, pattern, type_name

if TYPE_CHECKING:
    from paqbridge.types import Command

GRAMMAR: Any = pattern(
    "(enableLinkTracking "
    "|resetUserId "
    "|setCustomVariable ssss"
    "|setSiteId [ns]"
    "|setTrackerUrl s"
    "|setUserId s"
    "|trackEvent ss[su][nu]"
    "|trackGoal [ns][nsu]"
    "|trackPageView )"
)
"""Each command's name and the kinds of its arguments, the initials of the types that fit: number,
string, undefined (Matomo's JavaScript tracking API reference)."""


def fits(command: Command) -> bool:
    """Tell whether a command is in the grammar: a known name, each argument of its kind."""
    form = command[0] + " "
    for index in range(1, len(command)):
        form += type_name(command[index])[0]
    return matches(GRAMMAR, form)
