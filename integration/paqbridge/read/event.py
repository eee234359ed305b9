"""The one event record that every host's call becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paqbridge.types import Event


def blank_event(kind: Any, user: Any) -> Event:
    """Return a record of one type that says nothing yet."""
    return {
        "type": kind,
        "event": None,
        "name": None,
        "category": None,
        "properties": None,
        "traits": None,
        "userId": user,
        "context": None,
        "integrations": [],
    }
