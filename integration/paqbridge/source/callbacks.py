"""Callbacks of the page's, which run when the page is left alone by us."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.host import later, run

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

CALLBACK_DELAY = 300
"""Milliseconds until a callback runs: Segment's time for requests to leave before a navigation."""


def run_later(callback: Untrusted, milliseconds: int) -> None:
    """Run what may be a callback of the page's; one that throws is only warned of."""
    if callable(callback):
        later(lambda: run(callback), milliseconds)


@final
class Readiness:
    """Who waits for the destination: to be live, or blocked, or never to start."""

    def __init__(self) -> None:
        self._waiting: list[Untrusted] = []
        self._is_ready = False

    def ready(self, callback: Untrusted) -> None:
        """Run ``callback`` when the destination is ready, or soon if it is already."""
        if self._is_ready:
            run_later(callback, 0)
        else:
            self._waiting.append(callback)

    def settle(self) -> None:
        """Run what waits."""
        self._is_ready = True
        for callback in self._waiting:
            run_later(callback, 0)
        self._waiting = []
