"""The full build, for hosts and for who has one of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.chosen_tracker import chosen_tracker
from paqbridge.destination.consenting import create_consenting
from paqbridge.kits.full_parts import PAQ, START, full_kit
from paqbridge.settings.full_table import FULL_SETTINGS

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit


def full_destination() -> Destination:
    """Return a destination of this build."""
    return create_consenting(FULL, PAQ, START.begin)


FULL: Kit = full_kit(FULL_SETTINGS, chosen_tracker, full_destination, True)
