"""A transport that takes nothing until it is opened: for visitors who must be asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Transport


@final
class ShutTransport:
    """The transport behind it, once it is open; as long as it is shut nothing at all may begin."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._is_shut = False

    def shut(self, is_shut: bool) -> None:
        """Take nothing from now on, or everything again."""
        self._is_shut = is_shut

    def is_shut(self) -> bool:
        """Tell whether nothing is taken."""
        return self._is_shut

    def send(self, commands: list[Command]) -> bool:
        """Take the commands of a call, unless it is shut."""
        return not self._is_shut and self._transport.send(commands)

    def is_live(self) -> bool:
        """Tell whether all is taken."""
        return not self._is_shut and self._transport.is_live()
