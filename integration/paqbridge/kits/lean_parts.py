"""What lean builds are made of; ``lean`` and ``solo`` add where commands go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.message import event_of
from paqbridge.commands.grammar import GRAMMAR
from paqbridge.destination.opening import opening
from paqbridge.kits.silence import lose
from paqbridge.mapping.lean import map_lean
from paqbridge.settings.lacking import suits_lean
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.wording import short
from paqbridge.transports.paq import Paq, is_replayed_first, push

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit, ScriptMaker, Send
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Settings


def at_once(settings: Settings, send: Send) -> Send:
    """Return ``send``: events wait for nothing."""
    return send


def add_nothing(host: dict[str, Untrusted], find: Callable[[], Destination]) -> None:
    """A lean build has calls only."""


PAQ = Paq(is_replayed_first, push)


def lean_kit(script: ScriptMaker, destination: Callable[[], Destination]) -> Kit:
    """Return the kit of a lean build that has its tracker so, and makes such destinations."""
    return {
        "rows": LEAN_SETTINGS,
        "suits": suits_lean,
        "words": short,
        "event": event_of,
        "pace": at_once,
        "maps_late": False,
        "hands_late": False,
        "mapping": map_lean,
        "grammar": GRAMMAR,
        "opening": opening,
        "script": script,
        "destination": destination,
        "transport": PAQ,
        "methods": ("page", "identify", "track"),
        "add": add_nothing,
        "lost": lose,
    }
