"""The lean build: what Segment's own integration does, and logout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.opening import source
from paqbridge.destination.script import Script
from paqbridge.destination.wiring import create_destination
from paqbridge.kits.lean_parts import PAQ, lean_kit

if TYPE_CHECKING:
    from paqbridge.types.command import PageTransport, Transport
    from paqbridge.types.destination import Destination, Kit, OutboxLike, ScriptLike
    from paqbridge.types.page import Action
    from paqbridge.types.settings import Complain, Settings


def start_nothing(then: Action) -> bool:
    """Start no tracker in the place of Matomo's."""
    return False


def fetched_tracker(
    settings: Settings,
    queue: PageTransport,
    transport: Transport,
    outbox: OutboxLike,
    complain: Complain,
) -> ScriptLike:
    """Return Matomo's own tracker."""
    return Script(start_nothing, source, settings, queue, transport, outbox, complain)


def lean_destination() -> Destination:
    """Return a destination of this build."""
    return create_destination(LEAN, PAQ)


LEAN: Kit = lean_kit(fetched_tracker, lean_destination)
