"""How calls come in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from paqbridge.types.event import Event, Kind
from paqbridge.types.page import Action, Untrusted

Gate: TypeAlias = Callable[[Event, Untrusted], list[Untrusted] | None]
"""What a call says to this destination alone, or None where it is not meant for us: from the event
and its message. ``calls/gate.py`` has one for each kind of host."""


class HostGate(Protocol):
    """The gate of a host that also says something at its start: ``calls/plan.py``."""

    def open(self, general: Untrusted) -> bool:
        """Take what the host was started with; tell whether the destination is on."""

    def judge(self, event: Event, message: Untrusted) -> list[Untrusted] | None:
        """Judge a call."""


class Receiving(Protocol):
    """What takes the calls of a host: ``calls/receiver.py``."""

    def accept(self, kind: Kind, message: Untrusted) -> None:
        """Take a call as a message in Segment's common format."""

    def kept(self, message: Untrusted) -> Untrusted:
        """Return a message as a call that waits is to have it."""

    def event(self, kind: Kind, message: Untrusted) -> Event:
        """Return the event of a call, with the page's facts of this moment."""

    def take(self, event: Event, message: Untrusted) -> None:
        """Take an event that was made of ``message``."""


class Starting(Protocol):
    """What starts a destination: ``calls/receiver.py``."""

    def start(self, settings: Untrusted, on_ready: Action, load: Action) -> None:
        """Begin, if that has not been done."""

    def remember(self, user: Untrusted) -> None:
        """Tell who the user is that a host knows from an earlier page."""


Accept: TypeAlias = Callable[[Kind, Untrusted], None]
"""Take a call: its kind, and its message in Segment's common format."""
