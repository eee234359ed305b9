"""The full standalone, besides what the full build is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.plan import PlanGate
from paqbridge.destination.storage import keep_cookie, keep_text, saves, shut
from paqbridge.source.messages import full_message
from paqbridge.source.user import KeptUser

if TYPE_CHECKING:
    from paqbridge.types.source import SourceKit, User


def full_user() -> User:
    """Return a user of whom nothing is stored before it is known that something may be."""
    shut(True)
    user = KeptUser(keep_cookie, keep_text)
    saves(user.save)
    return user


FULL_STANDALONE: SourceKit = {"message": full_message, "gate": PlanGate, "user": full_user}
