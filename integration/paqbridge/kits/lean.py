"""The lean build: what Segment's own integration does, and logout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.wiring import create_destination
from paqbridge.kits.lean_parts import PAQ, lean_kit
from paqbridge.settings.lacking import suits_lean

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit


def lean_destination() -> Destination:
    """Return a destination of this build."""
    return create_destination(LEAN, PAQ)


LEAN: Kit = lean_kit(suits_lean, lean_destination)
