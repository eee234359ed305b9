"""The lean build with a tracker of its own: one file, and nothing else is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.own_tracker import brought
from paqbridge.destination.wiring import create_destination
from paqbridge.kits.lean_parts import PAQ, lean_kit
from paqbridge.tracker.shell.lean_senses import start_lean
from paqbridge.tracker.shell.taking_over import take_over

if TYPE_CHECKING:
    from paqbridge.types.command import Transport
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Action
    from paqbridge.types.settings import Settings


def lean_tracker(settings: Settings, transport: Transport, then: Action) -> None:
    """Start the tracker that is in this file."""
    take_over(start_lean, then)


def solo_destination() -> Destination:
    """Return a destination of this build."""
    return create_destination(SOLO, PAQ)


SOLO: Kit = lean_kit(brought(lean_tracker), solo_destination)
