"""Notes on what a call leaves out. They explain, so no bundle for visitors is built with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import NOTES
from paqbridge.native import any_text, is_dict, number, read
from paqbridge.read.values import NAME_LIMIT, TEXT_LIMIT, text

if TYPE_CHECKING:
    from paqbridge.types import Note

TEXTS = ("category", "name", "label")
NUMBERS = ("value", "revenue", "total")


def leave_out(notes: list[Note], said: str, received: Any) -> None:
    """Explain what is not sent: ``said`` is what it is, a colon, and why."""
    if NOTES:
        notes.append({"minor": True, "text": said, "received": received})


def no_texts(names: Any, properties: Any, notes: list[Note]) -> None:
    """Note which of these properties are given and no text, or a longer one than Matomo takes."""
    for name in names:
        value = properties.get(name)
        if value is not None and text(value, TEXT_LIMIT) is None:
            leave_out(notes, name + ": expected a text", value)
        cut_note(name, value, TEXT_LIMIT, notes)


def cut_note(name: str, value: Any, limit: int, notes: list[Note]) -> None:
    """Note a text that is cut."""
    if any_text(value, limit) != any_text(value, limit + 1):
        leave_out(notes, f"{name}: cut to {limit} characters", value)


def no_numbers(names: Any, properties: Any, notes: list[Note]) -> None:
    """Note which of these properties are given and no number, so that they count as not given."""
    for name in names:
        value = properties.get(name)
        if value is not None and number(value) is None:
            leave_out(notes, name + ": expected a number", value)


def event_notes(properties: Any, notes: list[Note]) -> None:
    """Note what of an event's properties finds no place in ``trackEvent``."""
    no_texts(TEXTS, properties, notes)
    no_numbers(NUMBERS, properties, notes)
    label = text(properties.get("label"), TEXT_LIMIT)
    if label and text(properties.get("name"), TEXT_LIMIT):
        leave_out(notes, "label: the name goes before it", label)


def variable_notes(names: Any, options: list[Any], notes: list[Note]) -> None:
    """Note what stands under one of the names and is no object of index -> name and value."""
    for given in options:
        for name in names:
            value = read(given, name)
            if value is not None and not is_dict(value):
                leave_out(notes, name + ": expected an object {index: [name, value]}", value)


def index_note(index: str, limit: int, variable: Any, notes: list[Note]) -> None:
    """Note a custom variable whose index Matomo has no slot for."""
    highest = any_text(limit, NAME_LIMIT)
    said = f"custom variable {index}: expected an index from 1 to {highest}"
    leave_out(notes, said, variable)
