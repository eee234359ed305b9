"""What middleware gets of a call: its message, and the ways in which Segment's facade reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import guarded, read
from paqbridge.read.paths import value_at

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Message

NAMES = (
    "type",
    "event",
    "properties",
    "traits",
    "userId",
    "anonymousId",
    "groupId",
    "context",
    "integrations",
    "timestamp",
    "name",
    "category",
)
"""What of a message can be asked for by a method."""


def payload_of(message: Message) -> dict[str, Untrusted]:
    """Return a payload; its ``obj`` is the message itself, which may be changed in place."""
    payload: dict[str, Untrusted] = {"obj": message}

    def at(path: Untrusted) -> Untrusted:
        return value_at(payload["obj"], path) if isinstance(path, str) else payload["obj"]

    def expose(name: str) -> None:
        payload[name] = lambda: read(payload["obj"], name)

    for name in NAMES:
        expose(name)
    payload["action"] = payload["type"]
    payload["field"] = guarded(lambda name: read(payload["obj"], name))
    payload["proxy"] = guarded(at)
    payload["json"] = lambda: payload["obj"]
    return payload
