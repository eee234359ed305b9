"""A transport that keeps what is sent first: a tracker is set up when it may begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Transport


@final
class LateOpening:
    """The transport behind it, but for the opening."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._commands: list[Command] = []
        self._is_kept = False

    def commands(self) -> list[Command]:
        """Return the opening."""
        return self._commands

    def send(self, commands: list[Command]) -> bool:
        """Take the commands of a call: the first ones are the opening, which is kept."""
        if self._is_kept:
            return self._transport.send(commands)
        self._is_kept = True
        self._commands = commands
        return True

    def is_live(self) -> bool:
        """Tell whether all is taken."""
        return self._transport.is_live()
