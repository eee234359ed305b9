"""Notes on values that find no place in a command: each names the value, a colon, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import any_text
from paqbridge.read.values import TEXT_LIMIT, event_text, money

if TYPE_CHECKING:
    from paqbridge.types.command import Note
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Properties


def leave_out(notes: list[Note], what: str, why: str, received: Untrusted) -> None:
    """Note that something is not sent."""
    notes.append({"text": what + ": " + why, "received": received})


def unusable(
    notes: list[Note], what: str, received: Untrusted, used: Untrusted, expected: str
) -> None:
    """Note a value that is given, and of which nothing is ``used``."""
    if received is not None and used is None:
        leave_out(notes, what, "expected " + expected, received)


def no_texts(notes: list[Note], names: tuple[str, ...], properties: Properties) -> None:
    """Note which of these properties are no text, or a longer one than Matomo takes."""
    for name in names:
        value = properties.get(name)
        unusable(notes, name, value, event_text(value, TEXT_LIMIT), "a text")
        cut(notes, name, value, TEXT_LIMIT)


def cut(notes: list[Note], what: str, value: Untrusted, limit: int) -> None:
    """Note a text that is cut, be it because Matomo escapes its signs."""
    written = any_text(value, limit + 1)
    kept = event_text(written, limit)
    if kept and kept != written:
        leave_out(notes, what, f"cut to {limit} characters", value)


def no_numbers(notes: list[Note], names: tuple[str, ...], properties: Properties) -> None:
    """Note which of these properties are no number, so that they count as not given."""
    for name in names:
        value = properties.get(name)
        unusable(notes, name, value, money(value), "a number")
