"""The lean build with a tracker of its own: one file, and nothing else is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.message import event_of
from paqbridge.commands.grammar import GRAMMAR
from paqbridge.destination.opening import opening, source
from paqbridge.destination.wiring import create_destination
from paqbridge.kits.lean import PAQ, add_nothing, at_once
from paqbridge.kits.silence import lose
from paqbridge.mapping.lean import map_lean
from paqbridge.settings.lacking import suits_lean
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.wording import short

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


SOLO: Kit = {
    "rows": LEAN_SETTINGS,
    "suits": suits_solo,
    "words": short,
    "event": event_of,
    "pace": at_once,
    "maps_late": False,
    "mapping": map_lean,
    "grammar": GRAMMAR,
    "opening": opening,
    "source": source,
    "destination": solo_destination,
    "transport": PAQ,
    "methods": ("page", "identify", "track"),
    "add": add_nothing,
    "lost": lose,
}
