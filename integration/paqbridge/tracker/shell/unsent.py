"""Sends hits of a page that wants to have kept what could not be sent.

Nobody hears what becomes of a beacon. So such a page fetches: a request that fails has not arrived,
and one with an answer, whatever it says, may have been counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import attempt, fetch_answer, form_body
from paqbridge.tracker.pace import ROOM
from paqbridge.tracker.shell.sending import is_offline, posting, send_hit, tell_senders

if TYPE_CHECKING:
    from paqbridge.types.tracker import Hit, Request, Run

FLYING = {"size": 0}
"""Characters of the bodies that are on their way and outlive the page: a browser has 64 KiB for
them, and refuses more, which must not look like a network that is down."""


def send_or_keep(run: Run, hit: Hit) -> None:
    """Send a hit; where the page wants that, have it kept if it cannot be sent."""
    if not run(["$keeps"]):
        send_hit(hit)
    elif is_offline():
        keep(run, hit)
    elif not attempt(lambda: is_fetched(run, hit)):
        send_hit(hit)


def keep(run: Run, hit: Hit) -> None:
    """Have a hit kept; those who wait for what cannot be kept hear that it is lost."""
    lost = cast("list[Request]", run(["$unsent", hit["requests"]]))
    tell_senders({**hit, "requests": lost}, False)


def is_fetched(run: Run, hit: Hit) -> bool:
    """Fetch a hit; what arrives brings along what was kept before."""
    size = len(hit["body"])
    is_kept_alive = FLYING["size"] + size < ROOM

    def hear(is_sent: bool) -> None:
        FLYING["size"] -= size
        if is_sent:
            tell_senders(hit, True)
            run(["$online"])
        else:
            keep(run, hit)

    options = {**posting(form_body(hit["body"])), "keepalive": is_kept_alive}
    fetch_answer(hit["address"], options, hear)
    FLYING["size"] += size
    return True
