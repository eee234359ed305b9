"""The full standalone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.plan import PlanGate
from paqbridge.kits.full import FULL
from paqbridge.source.consenting_user import consenting_user
from paqbridge.source.messages import full_message

if TYPE_CHECKING:
    from paqbridge.types.source import SourceKit

FULL_STANDALONE: SourceKit = {
    **FULL,
    "message": full_message,
    "gate": PlanGate,
    "user": consenting_user,
}
