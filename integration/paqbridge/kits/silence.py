"""What builds do that explain nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paqbridge.types.event import Event


def lose(event: Event, why: str) -> None:
    """Say nothing of a call that is not sent: a build that explains does."""
