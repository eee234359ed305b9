"""Calls that wait for an answer: first in, first out, and never without bound."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.destination.outbox import LIMIT

if TYPE_CHECKING:
    from paqbridge.types.destination import Call


@final
class Held:
    """The calls of one destination that wait for consent; the newest are dropped."""

    def __init__(self) -> None:
        self._calls: list[Call] = []

    def keep(self, call: Call) -> bool:
        """Keep a call; False where there is no room."""
        if len(self._calls) >= LIMIT:
            return False
        self._calls.append(call)
        return True

    def take(self) -> list[Call]:
        """Return what was kept, and keep it no more."""
        calls = self._calls
        self._calls = []
        return calls
