"""The one event record that every host's call becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import FULL
from paqbridge.native import read

if TYPE_CHECKING:
    from paqbridge.types import Event

MORE = ("name", "category", "traits", "context", "groupId", "page")
"""What only the full mapping looks at."""


def event_of(kind: Any, message: Any, options: list[Any]) -> Event:
    """Return the record of a call from its untrusted ``message`` and what it says to us alone."""
    event: Event = {
        "type": kind,
        "event": read(message, "event"),
        "properties": read(message, "properties"),
        "userId": read(message, "userId"),
        "options": options,
    }
    if FULL:
        for name in MORE:
            event[name] = read(message, name)  # type: ignore[literal-required]
    return event
