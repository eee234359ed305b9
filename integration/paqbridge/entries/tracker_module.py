"""``tracker.mjs``: our own tracker as a module, for who has the setting ``tracker`` say ``own``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import OWN_TRACKER, has_page, publish, run
from paqbridge.tracker.shell.several import create_trackers
from paqbridge.tracker.shell.taking_over import take_over

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def start(then: Untrusted = None) -> None:
    """Be the page's tracker, unless it has one; on a server do nothing.

    ``then`` is called once there is one.
    """

    def tell() -> None:
        if callable(then):
            run(then)

    if has_page():
        take_over(create_trackers, tell)


publish(OWN_TRACKER, start)
