"""Callbacks of the page's, which run when the page is left alone by us."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from paqbridge.host import later, run, soon

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

CALLBACK_DELAY = 300
"""Milliseconds until a callback runs: Segment's time for requests to leave before a navigation."""


def run_later(callback: Untrusted, milliseconds: int) -> None:
    """Run what may be a callback of the page's; one that throws is only warned of."""
    if callable(callback):
        later(lambda: run(callback), milliseconds)


def run_next(callback: Untrusted) -> None:
    """Run what may be a callback of the page's with the next timer."""
    run_later(callback, 0)


def run_soon(callback: Untrusted) -> None:
    """Run it as a promise would, which is what Segment's newer library has there."""
    if callable(callback):
        soon(lambda: run(callback))


@final
class Readiness:
    """Who waits for the destination: to be live, or blocked, or never to start.

    ``start`` runs what a callback has to be, when the page's script has ended.
    """

    def __init__(self, start: Callable[[Untrusted], object]) -> None:
        self._start = start
        self._waiting: list[Untrusted] = []
        self._is_ready = False

    def ready(self, callback: Untrusted) -> None:
        """Run ``callback`` when the destination is ready, or soon if it is already."""
        if self._is_ready:
            self._start(callback)
        else:
            self._waiting.append(callback)

    def settle(self) -> None:
        """Run what waits."""
        self._is_ready = True
        for callback in self._waiting:
            self._start(callback)
        self._waiting = []
