"""A transport that keeps what is sent first."""

from __future__ import annotations

from paqbridge.destination.late_opening import LateOpening
from paqbridge.types.command import Command


class Tracker:
    """A transport that takes everything but "no"."""

    def __init__(self) -> None:
        self.sent: list[Command] = []

    def send(self, commands: list[Command]) -> bool:
        """Take commands."""
        self.sent += commands
        return commands != [["no"]]

    def is_live(self) -> bool:
        """Say that it is there."""
        return True


def test_only_the_opening_is_kept() -> None:
    """Even an empty one; what comes later goes its way."""
    for opening in ([["a"], ["b"]], []):
        tracker = Tracker()
        late = LateOpening(tracker)
        assert late.send(opening)
        assert (late.commands(), tracker.sent, late.is_live()) == (opening, [], True)
        assert late.send([["c"]])
        assert late.send([["no"]]) is False
        assert (late.commands(), tracker.sent) == (opening, [["c"], ["no"]])
