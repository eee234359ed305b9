"""The user of a build that asks for consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.storage import keep_cookie, keep_text, saves, shut
from paqbridge.source.user import KeptUser

if TYPE_CHECKING:
    from paqbridge.types.source import User


def consenting_user() -> User:
    """Return a user of whom nothing is stored before it is known that something may be."""
    shut(True)
    user = KeptUser(keep_cookie, keep_text)
    saves(user.save)
    return user
