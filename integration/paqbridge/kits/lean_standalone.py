"""The lean standalone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.plan import PlanGate
from paqbridge.host import write_cookie, write_storage
from paqbridge.source.messages import lean_message
from paqbridge.source.user import KeptUser

if TYPE_CHECKING:
    from paqbridge.types.source import SourceKit

LEAN_STANDALONE: SourceKit = {
    "rows": SETTINGS,
    "suits": suits_lean,
    "events": lean_events,
    "pace": at_once,
    "mapping": map_lean,
    "grammar": GRAMMAR,
    "opening": opening,
    "source": source,
    "destination": lean_destination,
    "transport": PAQ,
    "methods": ("page", "identify", "track"),
    "add": add_nothing,
    "message": lean_message,
    "gate": PlanGate,
    "user": lambda: KeptUser(write_cookie, write_storage),
}
