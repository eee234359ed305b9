"""The lean standalone, besides what the lean build is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.plan import PlanGate
from paqbridge.host import write_cookie, write_storage
from paqbridge.source.messages import lean_message
from paqbridge.source.user import KeptUser

if TYPE_CHECKING:
    from paqbridge.types.source import SourceKit, User


def lean_user() -> User:
    """Return a user who is stored."""
    return KeptUser(write_cookie, write_storage)


LEAN_STANDALONE: SourceKit = {"message": lean_message, "gate": PlanGate, "user": lean_user}
