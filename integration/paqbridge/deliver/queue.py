"""The way of commands into ``_paq``, before and after the tracker is live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.commands.grammar import fits
from paqbridge.flags import FULL
from paqbridge.host import is_queued, push

if TYPE_CHECKING:
    from paqbridge.types import Command

REPLAYED_FIRST = ("setSiteId", "setTrackerUrl", "setUserId")
"""Of the commands that we send, those that Matomo's tracker applies before the rest of a queue."""

CONSENT = "ConsentGiven"
"""So end the commands that say what a visitor allows, all six. Said at a moment, each would count
for all that is queued before it."""


def must_wait(commands: list[Command]) -> bool:
    """Tell whether a tracker that is still to come would take a command out of its order.

    It replays some commands ahead of all others and complains of repeats.
    """
    return any(
        (FULL and one[0].endswith(CONSENT)) or (one[0] in REPLAYED_FIRST and is_queued(one[0]))
        for one in commands
    )


def send_all(commands: list[Command]) -> None:
    """Push each command that fits the grammar under its own guard."""
    for command in commands:
        if fits(command):
            push(command)
