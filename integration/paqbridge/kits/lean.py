"""The lean build: what Segment's own integration does, and logout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.opening import source
from paqbridge.destination.script import fetching
from paqbridge.destination.wiring import create_destination
from paqbridge.kits.lean_parts import PAQ, lean_kit

if TYPE_CHECKING:
    from paqbridge.types.command import Transport
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Action
    from paqbridge.types.settings import Complain, Settings


def start_nothing(
    settings: Settings, transport: Transport, complain: Complain, then: Action
) -> bool:
    """Start no tracker in the place of Matomo's."""
    return False


def lean_destination() -> Destination:
    """Return a destination of this build."""
    return create_destination(LEAN, PAQ)


LEAN: Kit = lean_kit(fetching(start_nothing, source), lean_destination)
