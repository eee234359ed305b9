"""A lean tracker on the page: of that it sees clicks on links, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import run_as
from paqbridge.native import answering, read
from paqbridge.tracker.lean import LEAN
from paqbridge.tracker.shell.sending import send_hit
from paqbridge.tracker.shell.taking_over import go_live
from paqbridge.tracker.shell.tracker import create_tracker

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Hit, Members, Run, Senses


def only_send(run: Run, what: str, given: Untrusted) -> None:
    """Send a hit, the only thing that a lean tracker's steps lead to here."""
    send_hit(cast("Hit", given))


def nothing_besides(link: Untrusted) -> None:
    """Say nothing else of a link."""


LEAN_SENSES: Senses = {"look": only_send, "besides": nothing_besides}


def start_lean() -> None:
    """Start the tracker of the queue; one for another site is for who asks for it."""
    run_command = create_tracker(LEAN, LEAN_SENSES)
    members: Members = answering(run_command)

    def other(url: Untrusted, site: Untrusted) -> Untrusted:
        if not url or not site:
            return members
        run_other = create_tracker(LEAN, LEAN_SENSES)
        run_other(["setTrackerUrl", url])
        run_other(["setSiteId", site])
        return answering(run_other)

    def push(commands: list[Untrusted]) -> None:
        for command in cast("list[list[Untrusted]]", commands):
            name = read(command, "0")
            if callable(name):
                run_as(name, members, command[1:])
            else:
                run_command(command)

    members["getTracker"] = other
    members["addTracker"] = other
    members["getAsyncTracker"] = lambda: members
    members["getAsyncTrackers"] = lambda: [members]
    go_live(LEAN, members, push)
