"""The lean build: what Segment's own integration does, and logout."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.message import event_of
from paqbridge.commands.grammar import GRAMMAR
from paqbridge.destination.opening import opening, source
from paqbridge.destination.wiring import create_destination
from paqbridge.mapping.lean import map_lean
from paqbridge.settings.lacking import suits_lean
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.wording import short
from paqbridge.transports.paq import Paq, as_they_are, is_replayed_first

if TYPE_CHECKING:
    from paqbridge.types.destination import Call, Destination, Kit, Send
    from paqbridge.types.event import Event
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Settings


def at_once(settings: Settings, send: Send) -> Send:
    """Return ``send``: events wait for nothing."""
    return send


def as_it_is(message: Untrusted) -> Untrusted:
    """Return a message: but for calls before ``load`` all is read at once."""
    return message


def mapped(call: Call) -> Call:
    """Return a call that has been mapped, since nothing that it depends on changes later."""
    commands = call()
    return lambda: commands


def add_nothing(host: dict[str, Untrusted], find: Callable[[], Destination]) -> None:
    """A lean build has calls only."""


def lean_destination() -> Destination:
    """Return a destination of this build."""
    return create_destination(LEAN, PAQ)


PAQ = Paq(is_replayed_first, as_they_are)


def lose(event: Event, why: str) -> None:
    """Say nothing of a call that is not sent: a build that explains does."""


LEAN: Kit = {
    "rows": LEAN_SETTINGS,
    "suits": suits_lean,
    "words": short,
    "event": event_of,
    "kept": as_it_is,
    "pace": at_once,
    "in_turn": mapped,
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
