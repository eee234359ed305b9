"""What comes before ``load``: kept, with the facts of its moment, and never without bound."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from paqbridge.host import later, warn

if TYPE_CHECKING:
    from paqbridge.types.calls import Receiving
    from paqbridge.types.event import Event, Kind
    from paqbridge.types.page import Untrusted

LIMIT = 10000
"""Calls that are kept; the newest are dropped."""

CROWDED = "10,000 calls wait already"

PATIENCE = 5000
"""Milliseconds that the first call waits before the page's developers hear of it."""

UNLOADED = "calls wait for load: see docs/settings.md"
"""What they hear. A tag manager may have copied our script element without its attributes, and
jQuery runs a file without the query of its address: nothing else would say that these are lost."""


@final
class Waiting:
    """The calls of a host that may be called before it starts its destination."""

    def __init__(self, receiver: Receiving, lost: Callable[[Event, str], None]) -> None:
        self._receiver = receiver
        self._lost = lost
        self._is_over = False
        self._kept: list[tuple[Event, Untrusted]] = []

    def accept(self, kind: Kind, message: Untrusted) -> None:
        """Take a call, now or when the wait is over."""
        if self._is_over:
            self._receiver.accept(kind, message)
        else:
            kept = self._receiver.kept(message)
            self._keep(self._receiver.event(kind, kept), kept)

    def _keep(self, event: Event, message: Untrusted) -> None:
        if len(self._kept) == 0:
            later(self._tell, PATIENCE)
        if len(self._kept) < LIMIT:
            self._kept.append((event, message))
        else:
            self._lost(event, CROWDED)

    def _tell(self) -> None:
        if not self._is_over:
            warn(UNLOADED, self._kept)

    def end(self) -> None:
        """Deliver what has waited, and wait no more."""
        self._is_over = True
        for event, message in self._kept:
            self._receiver.take(event, message)
        self._kept = []
