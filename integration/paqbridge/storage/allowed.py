"""What may be kept in the visitor's browser: nothing before there is consent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.host import write_storage

STORE: Any = {"is_shut": False, "savers": []}
"""Whether nothing may be stored now; what is there can still be read and deleted. Those who hold
something in memory save it, or forget what is stored of it."""


def shut(is_shut: bool) -> None:
    """Store nothing from now on, or store again."""
    STORE["is_shut"] = is_shut


def may_store() -> bool:
    """Tell whether something may be stored now."""
    return not STORE["is_shut"]


def saves(saver: Callable[[bool], None]) -> None:
    """Call ``saver`` with True when something may be stored again, with False when all must go."""
    STORE["savers"].append(saver)


def save(is_allowed: bool) -> None:
    """Let everybody save what they hold, or forget what they have stored."""
    for saver in STORE["savers"]:
        saver(is_allowed)


def keep_text(name: str, value: str | None) -> None:
    """Keep a text in local storage, if that is allowed; None as value deletes it."""
    if value is None or may_store():
        write_storage(name, value)
