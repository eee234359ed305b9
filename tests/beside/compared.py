"""What of a library's notes is compared: without what is new each time, or tells the library."""

from __future__ import annotations

import json
import re
from typing import Any

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
NEW_EACH_TIME = ("messageId", "sentAt", "writeKey", "_metadata")
OF_THE_LIBRARY = ("library", "userAgent", "userAgentData", "timezone")
"""Parts of a context."""

GIVEN = "2021"
"""The year of timestamps that a call gives."""


def compared(sequence: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the notes of a sequence, one a call, and the end. Ids that were made are numbered."""
    notes = [with_messages(note) for note in [*sequence["notes"], sequence["end"]]]
    stored = sequence["end"]["stored"].items()
    notes[-1]["stored"] = {name: [held(text) for text in places] for name, places in stored}
    text = json.dumps(notes)
    for number, found in enumerate(dict.fromkeys(UUID.findall(text))):
        text = text.replace(found, f"anonymous {number}")
    plain: list[dict[str, Any]] = json.loads(text)
    return plain


def with_messages(note: dict[str, Any]) -> dict[str, Any]:
    """Return a note with what is compared of its messages."""
    if "messages" not in note:
        return note
    return {**note, "messages": [message_of(one) for one in note["messages"]]}


def message_of(message: dict[str, Any]) -> dict[str, Any]:
    """Return what is compared of a message."""
    kept = {name: value for name, value in message.items() if name not in NEW_EACH_TIME}
    if not str(kept.get("timestamp", "")).startswith(GIVEN):
        kept.pop("timestamp", None)
    context = kept.get("context", {})
    kept["context"] = {n: v for n, v in context.items() if n not in OF_THE_LIBRARY}
    integrations = kept.get("integrations", {})
    if isinstance(integrations, dict):
        kept["integrations"] = {n: v for n, v in integrations.items() if n != "Segment.io"}
    return kept


def held(text: str | None) -> Any:
    """Return what a stored text means: with quotes or without; None for all that is nobody."""
    try:
        value = json.loads(text or "null")
    except json.JSONDecodeError:
        value = text
    if isinstance(value, int | float):  # digits without quotes are an id
        value = text
    return value if value not in ({}, "", None) else None
