"""Destination middleware: functions of the page that see, change or drop a call first."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.calls.payload import payload_of
from paqbridge.host import showing
from paqbridge.native import after, read, snapshot

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted


@final
class Middleware:
    """The functions for the destination that is called ``name``."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._functions: list[Guarded] = []

    def add(
        self,
        first: Untrusted,
        second: Untrusted,
        third: Untrusted,
        fourth: Untrusted,
        fifth: Untrusted,
    ) -> None:
        """Add functions; what is none is left out."""
        for one in [first, second, third, fourth, fifth]:
            if callable(one):
                self._functions.append(one)

    def is_empty(self) -> bool:
        """Tell whether there is none, so that a call need not wait."""
        return len(self._functions) == 0

    def run(self, message: Untrusted) -> Untrusted:
        """Return a promise of the message as the functions leave it: None where one drops it.

        Where one throws the promise is broken, so that nothing passes a consent wrapper that
        failed, and the page's developers see the error.
        """
        return showing(lambda: self._pass_on(0, message))

    def _pass_on(self, index: int, message: Untrusted) -> Untrusted:
        if message is None or index == len(self._functions):
            return message
        applied = self._applied(self._functions[index], message)
        return after(applied, lambda rest: self._pass_on(index + 1, rest))

    def _applied(self, one: Guarded, message: Untrusted) -> Untrusted:
        passed: Untrusted = None

        def go_on(payload: Untrusted) -> None:
            nonlocal passed
            passed = read(payload, "obj")

        # What it changes is for this destination alone.
        payload = payload_of(snapshot(message))
        result = one({"payload": payload, "integration": self._name, "next": go_on})
        return after(result, lambda _: passed)
