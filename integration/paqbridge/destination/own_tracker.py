"""A tracker that is not fetched: ours, in this file or beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast, final

from paqbridge.host import later, on_leave

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Transport
    from paqbridge.types.destination import OutboxLike, ScriptMaker
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import FullSettings, Settings


@final
class OwnTracker:
    """``take_over`` makes it the page's tracker, and calls what it is given once that is done."""

    def __init__(self, take_over: Callable[[Action], object], outbox: OutboxLike) -> None:
        self._take_over = take_over
        self._outbox = outbox
        self._listener: Action | None = None
        self._is_started = False

    def expect(self, opening: list[Command]) -> None:
        """Find nothing wrong with a page that has a tracker: then that one is used."""

    def tell(self, listener: Action | None) -> None:
        """Call ``listener`` when the tracker is live."""
        self._listener = listener

    def load(self) -> Untrusted:
        """Start it, in a task of its own: a slow page gets to breathe between the two.

        There is no element of a script that a host could wait for.
        """
        later(self._start, 0)
        on_leave(self._start)
        return None

    def _start(self) -> None:
        if not self._is_started:
            self._is_started = True
            self._take_over(self._settle)

    def _settle(self) -> None:
        if self._listener:
            self._outbox.release()
            self._listener()


def brought(take_over: Callable[[Settings, Transport, Action], object]) -> ScriptMaker:
    """Return what makes trackers of a file that has one."""
    return lambda settings, queue, transport, outbox, complain: OwnTracker(
        lambda then: take_over(settings, transport, then), outbox
    )


def tell_own(given: Settings, transport: Transport) -> None:
    """Say, before our tracker starts, what Matomo's has no command for, and would stop at."""
    most = cast("FullSettings", given)["offlineQueue"]
    if most:
        transport.send([["setOfflineQueue", most]])
