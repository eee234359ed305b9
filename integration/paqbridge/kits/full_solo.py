"""The full standalone with a tracker of its own: one file, and nothing else is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.consenting import create_consenting
from paqbridge.destination.own_tracker import OwnTracker
from paqbridge.kits.full_parts import PAQ, START, full_kit
from paqbridge.settings.whole_table import WHOLE_SETTINGS
from paqbridge.tracker.shell.senses import WHOLE_SENSES
from paqbridge.tracker.shell.taking_over import take_over
from paqbridge.tracker.whole import WHOLE

if TYPE_CHECKING:
    from paqbridge.types.command import PageTransport, Transport
    from paqbridge.types.destination import Destination, Kit, OutboxLike, ScriptLike
    from paqbridge.types.settings import Complain, Settings


def whole_tracker(
    settings: Settings,
    queue: PageTransport,
    transport: Transport,
    outbox: OutboxLike,
    complain: Complain,
) -> ScriptLike:
    """Return the tracker that is in this file."""
    return OwnTracker(lambda then: take_over(WHOLE, WHOLE_SENSES, then), outbox)


def full_solo_destination() -> Destination:
    """Return a destination of this build."""
    return create_consenting(FULL_SOLO, PAQ, START.begin)


FULL_SOLO: Kit = full_kit(WHOLE_SETTINGS, whole_tracker, full_solo_destination)
