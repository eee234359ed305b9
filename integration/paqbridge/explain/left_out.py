"""Notes on values that find no place in a command: each names the value, a colon, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import any_text, number
from paqbridge.read.values import TEXT_LIMIT, event_text

if TYPE_CHECKING:
    from paqbridge.types.command import Note
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Properties


def note(said: str, received: Untrusted) -> Note:
    """Return the note that something is not sent."""
    return {"text": said, "received": received}


def no_texts(names: tuple[str, ...], properties: Properties) -> list[Note]:
    """Note which of these properties are given and no text, or a longer one than Matomo takes."""
    notes: list[Note] = []
    for name in names:
        value = properties.get(name)
        if value is not None and event_text(value, TEXT_LIMIT) is None:
            notes.append(note(name + ": expected a text", value))
        notes = [*notes, *cut(name, value, TEXT_LIMIT)]
    return notes


def cut(name: str, value: Untrusted, limit: int) -> list[Note]:
    """Note a text that is cut."""
    if any_text(value, limit) == any_text(value, limit + 1):
        return []
    return [note(f"{name}: cut to {limit} characters", value)]


def no_numbers(names: tuple[str, ...], properties: Properties) -> list[Note]:
    """Note which of these properties are given and no number, so that they count as not given."""
    notes: list[Note] = []
    for name in names:
        value = properties.get(name)
        if value is not None and number(value) is None:
            notes.append(note(name + ": expected a number", value))
    return notes
