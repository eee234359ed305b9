"""The full standalone with a tracker of its own: one file, and nothing else is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.consenting import create_consenting
from paqbridge.destination.own_tracker import brought, tell_own
from paqbridge.kits.full_parts import PAQ, START, full_kit
from paqbridge.settings.whole_table import WHOLE_SETTINGS
from paqbridge.tracker.shell.several import create_trackers
from paqbridge.tracker.shell.taking_over import take_over

if TYPE_CHECKING:
    from paqbridge.types.command import Transport
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Action
    from paqbridge.types.settings import Settings


def whole_tracker(settings: Settings, transport: Transport, then: Action) -> None:
    """Start the tracker that is in this file."""
    tell_own(settings, transport)
    take_over(create_trackers, then)


def full_solo_destination() -> Destination:
    """Return a destination of this build."""
    return create_consenting(FULL_SOLO, PAQ, START.begin)


FULL_SOLO: Kit = full_kit(WHOLE_SETTINGS, brought(whole_tracker), full_solo_destination, False)
