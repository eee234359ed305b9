"""A transport for visitors who must be asked first."""

from __future__ import annotations

from typing import Any

from paqbridge.destination.shut import ShutTransport
from paqbridge.types.command import Command


class Open:
    """A live transport."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def send(self, commands: list[Command]) -> bool:
        """Take everything."""
        self.sent += commands
        return True

    def is_live(self) -> bool:
        """Tell that all is taken."""
        return True

    def is_shut(self) -> bool:
        """Tell that it is open."""
        return False


def test_it_is_open_unless_it_is_shut() -> None:
    """Shut it takes nothing and does not count as live; open it is as what is behind it."""
    behind = Open()
    transport = ShutTransport(behind)
    assert (transport.is_shut(), transport.is_live(), transport.send([["a"]])) == (
        False, True, True
    )  # fmt: skip
    transport.shut(True)
    assert (transport.is_shut(), transport.is_live(), transport.send([["b"]])) == (
        True, False, False
    )  # fmt: skip
    transport.shut(False)
    assert transport.send([["c"]])
    assert behind.sent == [["a"], ["c"]]


def test_what_is_behind_decides() -> None:
    """An open one takes no more than the transport behind it."""
    behind = Open()
    inner = ShutTransport(behind)
    inner.shut(True)
    transport = ShutTransport(inner)
    assert (transport.send([["a"]]), transport.is_live(), transport.is_shut()) == (
        False, False, False
    )  # fmt: skip
