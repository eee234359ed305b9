"""What middleware gets of a call: its message, and the ways in which Segment's facade reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import guarded, read
from paqbridge.read.paths import value_at

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

NAMES = (
    "type",
    "userId",
    "anonymousId",
    "groupId",
    "previousId",
    "context",
    "integrations",
    "timestamp",
    "name",
    "category",
)
"""What of a message can be asked for by a method, as it is."""

LOADED = {"page": "Loaded a Page", "screen": "Loaded a Screen"}
"""What Segment's facade calls the event of calls that have none."""


def payload_of(message: Untrusted) -> dict[str, Untrusted]:
    """Return a payload; its ``obj`` is the message itself, which may be changed in place.

    A method that is asked of a call which has nothing of the kind must not throw: a call is
    dropped whose middleware does.
    """
    payload: dict[str, Untrusted] = {"obj": message}

    def at(path: Untrusted) -> Untrusted:
        return value_at(payload["obj"], path) if isinstance(path, str) else payload["obj"]

    def either(first: str, second: str) -> Untrusted:
        return lambda: at(first) or at(second) or {}

    def expose(name: str) -> None:
        payload[name] = lambda: at(name)

    for name in NAMES:
        expose(name)
    payload["action"] = payload["type"]
    payload["event"] = lambda: at("event") or read(LOADED, at("type"))
    payload["properties"] = either("properties", "traits")
    payload["traits"] = either("traits", "context.traits")
    payload["field"] = guarded(lambda name: read(payload["obj"], name))
    payload["proxy"] = guarded(at)
    payload["json"] = lambda: payload["obj"]
    return payload
