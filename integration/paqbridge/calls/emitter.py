"""Events of a host's own, such as "ready": ``on``, ``once``, ``off`` and ``emit``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from paqbridge.host import run

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted


@final
class Emitter:
    """Listeners by the event's name; each method answers ``owner``, as Segment's do."""

    def __init__(self, owner: Untrusted) -> None:
        self._owner = owner
        # Each a name, None where it is off again, and the listener.
        self._listeners: list[list[Any]] = []

    def on(self, event: str, listener: Guarded) -> Untrusted:
        """Call ``listener`` with each such event's argument."""
        self._listeners.append([event, listener])
        return self._owner

    def once(self, event: str, listener: Guarded) -> Untrusted:
        """Call ``listener`` with the next one."""

        def first(argument: Untrusted) -> None:
            self.off(event, first)
            listener(argument)

        return self.on(event, first)

    def off(self, event: str, listener: Guarded) -> Untrusted:
        """Call ``listener`` no more."""
        for one in self._listeners:
            if one[0] == event and one[1] == listener:
                one[0] = None
        return self._owner

    def emit(self, event: str, argument: Untrusted) -> Untrusted:
        """Call every listener of an event."""
        for one in self._listeners:
            if one[0] == event:
                run(one[1], argument)
        return self._owner
