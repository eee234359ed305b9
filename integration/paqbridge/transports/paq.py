"""``window._paq``: Matomo's queue before its tracker is there, the tracker itself after that.

This is the only module that pushes, and the ways around ``matomo.js`` stand here: it replays some
commands ahead of all others, and complains of repeats (measured on Matomo 5.1).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, final

from paqbridge.host import global_value, is_queued, set_global
from paqbridge.native import each_guarded, is_list, read

if TYPE_CHECKING:
    from paqbridge.types.command import Command

REPLAYED_FIRST = ("setSiteId", "setTrackerUrl", "setUserId")
"""Of the commands that we send, those that Matomo's tracker applies before the rest of a queue."""

TOLD_ONCE = (
    "setUserId",
    "requireConsent",
    "requireCookieConsent",
    "disableCookies",
    "enableLinkTracking",
    "enableCrossDomainLinking",
    "disablePerformanceTracking",
)
"""Of those that we send, names of which the tracker complains where two wait, the same or not."""


@final
class Paq:
    """The transport to Matomo's queue.

    ``is_early`` tells which commands wait for the tracker, ``push_one`` hands one over.
    """

    def __init__(
        self,
        is_early: Callable[[Command], bool],
        push_one: Callable[[Command], None],
    ) -> None:
        self._is_early = is_early
        self._push_one = push_one
        self._is_first = True

    def send(self, commands: list[Command]) -> bool:
        """Push the commands of a call, unless a tracker to come would take one out of its order."""
        if not self.is_live() and self._is_any_early(commands):
            return False
        # One command that a page's own push makes throw costs that command only.
        each_guarded(commands, self._push_one)
        return True

    def _is_any_early(self, commands: list[Command]) -> bool:
        return any(self._is_early(command) for command in commands)

    def is_live(self) -> bool:
        """Tell whether a tracker has taken the queue over: it is no array any more."""
        waiting = global_value("_paq")
        return not not waiting and not is_list(waiting)

    def is_taken(self, opening: list[Command]) -> bool:
        """Tell whether the page has a tracker of its own, or has queued such an opening for one.

        Asked again, no: by then what is there may well be ours.
        """
        is_first = self._is_first
        self._is_first = False
        if global_value("Piwik") is not None:
            return is_first
        return is_first and not self.is_live() and self._is_any_early(opening)

    def drop(self) -> None:
        """Take the queue off the page."""
        set_global("_paq", None)


def tell_first(commands: list[Command]) -> None:
    """Put commands ahead of all that waits for the tracker, each ahead of the one before."""
    for command in commands:
        queue().unshift(command)


def is_replayed_first(command: Command) -> bool:
    """Tell whether a command would come too early behind another of its name."""
    return command[0] in REPLAYED_FIRST and is_queued(command[0])


def is_other_user(command: Command) -> bool:
    """Tell whether a command would come too early: the same user once more changes nothing, but
    a logout that waits for the tracker would forget a user who is told ahead of it."""
    if command[0] == "setUserId" and is_queued("resetUserId"):
        return True
    return is_replayed_first(command) and not is_repeated(command)


def is_repeated(command: Command) -> bool:
    """Tell whether the last that waits in the queue under a name that counts once is the same, be
    it the page's: the user, or what is asked for, or switched on or off."""
    is_same = False
    if command[0] in TOLD_ONCE:
        waiting = global_value("_paq")
        for one in waiting if is_list(waiting) else []:
            if read(one, "0") == command[0]:
                is_same = read(one, "1") == read(command, "1")
    return is_same


def push(command: Command) -> None:
    """Hand one command over, even on a page whose arrays have a broken ``push``.

    The queue is looked up anew each time: the tracker replaces it when it loads.
    """
    waiting = queue()
    if is_list(waiting) and not read(waiting, "push"):
        waiting.append(command)
    else:
        waiting.push(command)


def pushing(ways: dict[str, Callable[[Command], Command]]) -> Callable[[Command], None]:
    """Return ``push``, but ``ways`` make what is pushed of commands that the tracker has not."""

    def push_way(command: Command) -> None:
        way = ways.get(command[0])
        # A tracker to come complains of what is queued twice.
        if not is_repeated(command):
            push(way(command) if way else command)

    return push_way


def queue() -> Any:
    """Return Matomo's queue, which is made where there is none yet."""
    waiting: Any = global_value("_paq")
    if not waiting:
        set_global("_paq", [])
    return waiting or global_value("_paq")
