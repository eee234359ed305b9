"""An adapter that can be taken off its host, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from paqbridge.types.calls import Accept
    from paqbridge.types.event import Kind
    from paqbridge.types.page import Untrusted


@final
class Switch:
    """Calls pass while it is on. The destination goes on: hosts wait for what becomes of it."""

    def __init__(self, accept: Accept) -> None:
        self._accept = accept
        self._is_on = False

    def accept(self, kind: Kind, message: Untrusted) -> None:
        """Take a call; one that comes before the start, or after the end, is lost."""
        if self._is_on:
            self._accept(kind, message)

    def on(self) -> None:
        """Let calls pass from now on."""
        self._is_on = True

    def off(self) -> None:
        """Let no call pass."""
        self._is_on = False

    def is_on(self) -> bool:
        """Tell whether calls pass."""
        return self._is_on
