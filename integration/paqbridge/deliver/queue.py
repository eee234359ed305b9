"""The way of a command into ``_paq``, in the order of the calls.

Before the tracker is live, ``_paq`` is the queue. But the tracker replays some commands ahead of
all others and complains of repeats, so a second one of these, and everything after it, waits here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.commands.grammar import fits
from paqbridge.host import is_live, is_queued, push

if TYPE_CHECKING:
    from paqbridge.types import Command, Site

REPLAYED_FIRST = ("setSiteId", "setTrackerUrl", "setUserId")
"""Of the commands that we send, those that Matomo's tracker applies before the rest of a queue."""

LIMIT = 10000
"""Commands that are kept once the tracker counts as blocked; the newest are dropped."""


def deliver(site: Site, commands: list[Command]) -> None:
    """Send the commands of one call, each that fits the grammar under its own guard."""
    if is_live():
        go_live(site)
    for command in commands:
        if fits(command):
            if not must_wait(site, command):
                push(command)
            elif not site["blocked"] or len(site["held"]) < LIMIT:
                site["held"].append(command)


def must_wait(site: Site, command: Command) -> bool:
    """Tell whether a tracker that is still to come would take this command out of its order."""
    if site["live"]:
        return False
    return len(site["held"]) > 0 or (command[0] in REPLAYED_FIRST and is_queued(command[0]))


def go_live(site: Site) -> None:
    """Send what has waited: from now on the tracker takes each command as it comes."""
    site["live"] = True
    for command in site["held"]:
        push(command)
    site["held"] = []
