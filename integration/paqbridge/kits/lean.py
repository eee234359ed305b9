"""The lean build: what Segment's own integration does, and logout."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.message import event_of
from paqbridge.commands.grammar import GRAMMAR
from paqbridge.destination.opening import opening, source
from paqbridge.destination.wiring import create_destination
from paqbridge.kits.silence import lose
from paqbridge.mapping.lean import map_lean
from paqbridge.settings.lacking import suits_lean
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.wording import short
from paqbridge.transports.paq import Paq, is_replayed_first, push

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit, Send
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Settings


def at_once(settings: Settings, send: Send) -> Send:
    """Return ``send``: events wait for nothing."""
    return send


def add_nothing(host: dict[str, Untrusted], find: Callable[[], Destination]) -> None:
    """A lean build has calls only."""


def lean_destination() -> Destination:
    """Return a destination of this build."""
    return create_destination(LEAN, PAQ)


PAQ = Paq(is_replayed_first, push)


LEAN: Kit = {
    "rows": LEAN_SETTINGS,
    "suits": suits_lean,
    "words": short,
    "event": event_of,
    "pace": at_once,
    "maps_late": False,
    "mapping": map_lean,
    "grammar": GRAMMAR,
    "opening": opening,
    "source": source,
    "destination": lean_destination,
    "transport": PAQ,
    "methods": ("page", "identify", "track"),
    "add": add_nothing,
    "lost": lose,
}
