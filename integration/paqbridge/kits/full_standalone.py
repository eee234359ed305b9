"""The full standalone, besides what the full build is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.plan import PlanGate
from paqbridge.source.consenting_user import consenting_user
from paqbridge.source.messages import full_message

if TYPE_CHECKING:
    from paqbridge.types.source import SourceKit

FULL_STANDALONE: SourceKit = {"message": full_message, "gate": PlanGate, "user": consenting_user}
