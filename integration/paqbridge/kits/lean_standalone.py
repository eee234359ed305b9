"""The lean standalone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.plan import PlanGate
from paqbridge.host import write_cookie, write_storage
from paqbridge.kits.lean import LEAN
from paqbridge.source.messages import lean_message
from paqbridge.source.user import KeptUser

if TYPE_CHECKING:
    from paqbridge.types.source import SourceKit

LEAN_STANDALONE: SourceKit = {
    **LEAN,
    "message": lean_message,
    "gate": PlanGate,
    "user": lambda: KeptUser(write_cookie, write_storage),
}
