"""Callbacks of the whole ``analytics``: they come no later than a promise would, if they may."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.host import later, run, run_as, soon

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted


@final
class Readiness:
    """Who waits for the destination: to be live, or blocked, or never to start.

    Segment's newer library has a promise there, the classic one the next tick. The lean build's
    next timer is cheaper, and later.
    """

    def __init__(self) -> None:
        self._waiting: list[Untrusted] = []
        self._is_ready = False

    def ready(self, callback: Untrusted) -> None:
        """Run ``callback`` when the destination is ready, or soon if it is already."""
        self._waiting.append(callback)
        if self._is_ready:
            self.settle()

    def settle(self) -> None:
        """Run what waits."""
        self._is_ready = True
        waiting = self._waiting
        self._waiting = []
        for callback in waiting:
            run_soon(callback)


def run_soon(callback: Untrusted) -> None:
    """Run what may be a callback of the page's, when the script that runs now has ended."""
    if callable(callback):
        soon(lambda: run(callback))


def call_after(callback: Guarded, argument: Untrusted, milliseconds: float) -> None:
    """Run a callback after a while; no time at all is the next tick to Segment, not a timer."""

    def call_back() -> None:
        run_as(callback, None, [argument])

    if milliseconds > 0:
        later(call_back, milliseconds)
    else:
        soon(call_back)
