"""The lean build with a tracker of its own: one file, and nothing else is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.wiring import create_destination
from paqbridge.kits.lean_parts import PAQ, lean_kit
from paqbridge.settings.lacking import suits_lean

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Refuse, Settings


def suits_solo(given: Untrusted, settings: Settings, refuse: Refuse) -> bool:
    """Look at the settings as every lean build does; no script is fetched, whatever they say."""
    settings["loadScript"] = False
    return suits_lean(given, settings, refuse)


def solo_destination() -> Destination:
    """Return a destination of this build."""
    return create_destination(SOLO, PAQ)


SOLO: Kit = lean_kit(suits_solo, solo_destination)
