"""Sends hits of a page that wants to have kept what could not be sent.

Nobody hears what becomes of a beacon. So such a page fetches: a request that fails has not arrived,
and one with an answer, whatever it says, may have been counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import attempt
from paqbridge.tracker.shell.sending import is_offline, post_hit, send_hit, tell_senders

if TYPE_CHECKING:
    from paqbridge.types.tracker import Hit, Request, Run


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

    def hear(is_sent: bool) -> None:
        if is_sent:
            tell_senders(hit, True)
            run(["$online"])
        else:
            keep(run, hit)

    post_hit(hit, hear, 0)
    return True
