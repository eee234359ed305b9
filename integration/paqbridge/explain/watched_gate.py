"""The gate of a host, of which the journal knows why it lets a call not pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.calls.plan import planned_places
from paqbridge.explain.whereabouts import OFF
from paqbridge.native import read
from paqbridge.read.options import own_places, own_values

if TYPE_CHECKING:
    from paqbridge.explain.journal import Journal
    from paqbridge.types.calls import HostGate
    from paqbridge.types.event import Event
    from paqbridge.types.page import Untrusted


@final
class WatchedGate:
    """A gate; the journal knows why a call is not meant for this destination."""

    def __init__(self, gate: HostGate, journal: Journal) -> None:
        self._gate = gate
        self._journal = journal
        self._general: Untrusted = None
        self._is_on = True

    def open(self, general: Untrusted) -> bool:
        """Take what the host was started with; tell whether the destination is on."""
        self._general = general
        self._is_on = self._gate.open(general)
        return self._is_on

    def judge(self, event: Event, message: Untrusted) -> list[Untrusted] | None:
        """Judge a call."""
        own = self._gate.judge(event, message)
        if own is None:
            self._journal.refuse(event, self._why_off(event, message))
        elif not self._is_on:
            self._journal.refuse(event, OFF)
            return None
        return own

    def _why_off(self, event: Event, message: Untrusted) -> str:
        planned = planned_places(self._general, event)
        own = own_values([*own_places(read(message, "options")), *planned])
        if len(own) > 0:
            return "integrations switch this destination off"
        if len(planned) == 1:
            return "the tracking plan switches this event off"
        return "integrations switch all destinations off"
