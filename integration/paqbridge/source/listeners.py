"""Events for the page's ears: ``on``, ``once``, ``off`` and ``emit``, as Segment's libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from paqbridge.host import run_as

if TYPE_CHECKING:
    from paqbridge.source.owner import Owner
    from paqbridge.types.page import Guarded, Untrusted


@final
class Listeners:
    """Listeners by the event's name; each method answers ``owner``."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        # Each a name, a listener, and whether it is called once only.
        self._listeners: list[tuple[Any, Any, bool]] = []

    def on(self, event: Untrusted, listener: Untrusted) -> Untrusted:
        """Call ``listener`` with each such event; added twice, it is called twice."""
        return self._add(event, listener, False)

    def once(self, event: Untrusted, listener: Untrusted) -> Untrusted:
        """Call ``listener`` with the next one."""
        return self._add(event, listener, True)

    def _add(self, event: Untrusted, listener: Untrusted, is_once: bool) -> Untrusted:
        if callable(listener):
            self._listeners.append((event, listener, is_once))
        return self._owner.current()

    def off(self, event: Untrusted, listener: Untrusted) -> Untrusted:
        """Call a listener no more; without one none of the event, and without an event none."""
        self._listeners = [
            one
            for one in self._listeners
            if event is not None
            and (one[0] != event or (listener is not None and one[1] != listener))
        ]
        return self._owner.current()

    def emit(self, given: list[Untrusted]) -> Untrusted:
        """Call every listener of an event with what follows it, in the order in which they came."""
        return self.tell(given[0], given[1:])

    def tell(self, event: Untrusted, heard: list[Untrusted]) -> Untrusted:
        """Call every listener of an event; one that throws costs the others nothing."""
        called: list[Guarded] = [one[1] for one in self._listeners if one[0] == event]
        if len(called) > 0:
            self._listeners = [one for one in self._listeners if not (one[2] and one[0] == event)]
            for listener in called:
                run_as(listener, self._owner.current(), heard)
        return self._owner.current()

    def has(self, event: str) -> bool:
        """Tell whether somebody listens to an event."""
        return any(one[0] == event for one in self._listeners)
