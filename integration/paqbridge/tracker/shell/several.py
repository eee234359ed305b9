"""The whole tracker on the page, or several: each hears of the queue, but for where it sends to."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import join_queues, run_as
from paqbridge.native import answering, read, written
from paqbridge.tracker.shell.globals import extend
from paqbridge.tracker.shell.senses import WHOLE_SENSES
from paqbridge.tracker.shell.taking_over import go_live
from paqbridge.tracker.shell.tracker import create_tracker
from paqbridge.tracker.whole import WHOLE

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Members

ALONE = ("setTrackerUrl", "setSiteId")
"""What only the first hears of the queue: the others were told as they were added."""


def create_trackers() -> None:
    """Start the tracker of the queue; the page may add others."""
    trackers: list[Members] = []

    def other(url: Untrusted, site: Untrusted) -> Members:
        """Start one that hears nothing of the queue; what is not said it has of the first."""
        run_command = create_tracker(WHOLE, WHOLE_SENSES)
        members: Members = answering(run_command)
        members[""] = run_command
        members["addTracker"] = add
        return sending(members, trackers[0] if len(trackers) > 0 else members, url, site)

    def add(url: Untrusted, site: Untrusted) -> Members:
        """Start one that hears of the queue; a page that has not said where to means the first."""
        if first["getTrackerUrl"]() == "":
            return sending(first, first, url, site)
        members = other(url, site)
        trackers.append(members)
        return members

    def find(url: Untrusted, site: Untrusted) -> Members | None:
        """Return the one that sends there, the first where nothing is said, or None."""
        for one in trackers:
            if place_of(one, "", "") == place_of(first, url, site):
                return one
        return None

    def push(commands: list[Untrusted]) -> None:
        for command in cast("list[list[Untrusted]]", commands):
            name = read(command, "0")
            if name == "addTracker":
                trackers.append(other(read(command, "1"), read(command, "2")))
                continue
            for members in trackers[:1] if name in ALONE else trackers[:]:
                if callable(name):
                    run_as(name, members, command[1:])
                else:
                    members[""](command)

    first = other("", "")
    trackers.append(first)
    first["getTracker"] = other
    first["getAsyncTracker"] = find
    first["getAsyncTrackers"] = lambda: trackers
    extend(cast("dict[str, Untrusted]", first))
    join_queues()
    go_live(WHOLE, first, push)


def sending(members: Members, first: Members, url: Untrusted, site: Untrusted) -> Members:
    """Return a tracker that sends to a place; what is not said is as with the first."""
    members["setTrackerUrl"](url or first["getTrackerUrl"]())
    members["setSiteId"](site or first["getSiteId"]())
    return members


def place_of(members: Members, url: Untrusted, site: Untrusted) -> str:
    """Return where a tracker sends to, as a text, with another address or site if one is said."""
    return written([url or members["getTrackerUrl"](), site or members["getSiteId"]()])
