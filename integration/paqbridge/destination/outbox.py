"""Calls on their way out: held where they would come out of order, and never without bound."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from paqbridge.types.command import Transport
    from paqbridge.types.destination import Call

LIMIT = 10000
"""Calls that are kept where it is uncertain that they ever leave; the newest are dropped."""


@final
class Outbox:
    """Calls, first in first out, through a transport."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._held: list[Call] = []
        self._is_bound = False
        self._action: Callable[[], object] | None = None

    def at_next_call(self, action: Callable[[], object]) -> None:
        """Run ``action`` before the next commands, once."""
        self._action = action

    def deliver(self, call: Call) -> bool:
        """Send the commands of a call, or keep it until they can leave.

        What follows a call that is kept is kept as well. False where there is no room.
        """
        action = self._action
        self._action = None
        if action:
            action()
        if len(self._held) > 0 and self._transport.is_live():
            self.release()
        if len(self._held) > 0:
            return self._keep(call)
        commands = call() if callable(call) else call
        return self._transport.send(commands) or self._keep(commands)

    def _keep(self, call: Call) -> bool:
        if self._is_bound and len(self._held) >= LIMIT:
            return False
        self._held.append(call)
        return True

    def release(self) -> None:
        """Send what is kept, as far as it can leave now."""
        held = self._held
        self._held = []
        for call in held:
            self.deliver(call)

    def bound(self) -> None:
        """Keep no more than a limited number of calls from now on."""
        self._is_bound = True
