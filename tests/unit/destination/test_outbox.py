"""Commands on their way out, through a transport of the test's."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from paqbridge.destination import outbox
from paqbridge.destination.outbox import Outbox
from paqbridge.types.command import Command


class Gate:
    """A transport that takes nothing that is on its list, as long as it is not live."""

    def __init__(self, *refused: str) -> None:
        self.refused = refused
        self.live = False
        self.sent: list[Any] = []

    def send(self, commands: list[Command]) -> bool:
        """Take all of a call's commands, or none."""
        if not self.live and any(command[0] in self.refused for command in commands):
            return False
        self.sent += [command[0] for command in commands]
        return True

    def is_live(self) -> bool:
        """Tell whether all is taken."""
        return self.live


def commands_of(*names: str) -> list[Command]:
    """Return commands of these names."""
    return [[name] for name in names]


def test_what_can_leave_leaves_at_once() -> None:
    """Nothing is kept that the transport takes."""
    gate = Gate()
    box = Outbox(gate)
    assert box.deliver(lambda: [["a"], ["b"]])
    assert box.deliver(lambda: [])
    assert gate.sent == ["a", "b"]


def test_what_follows_is_kept_as_well() -> None:
    """Behind a call that cannot leave nothing overtakes it, and all leave in their order."""
    gate = Gate("wait")
    box = Outbox(gate)
    assert box.deliver(lambda: [["a"], ["wait"]])
    assert box.deliver(lambda: [["b"]])
    assert gate.sent == []
    gate.live = True
    box.release()
    assert gate.sent == ["a", "wait", "b"]


def test_a_call_finds_the_tracker_live() -> None:
    """Where nobody has told of it, the next call lets go what is kept, and goes behind it."""
    gate = Gate("wait")
    box = Outbox(gate)
    box.deliver(lambda: [["wait"]])
    gate.live = True
    assert box.deliver(lambda: [["b"]])
    assert gate.sent == ["wait", "b"]


def test_a_release_that_comes_too_early() -> None:
    """What still cannot leave is kept on, with what follows it."""
    gate = Gate("wait", "later")
    box = Outbox(gate)
    for name in ("wait", "a", "later", "b"):
        box.deliver(partial(commands_of, name))
    gate.refused = ("later",)
    box.release()
    assert gate.sent == ["wait", "a"]
    gate.live = True
    box.release()
    assert gate.sent == ["wait", "a", "later", "b"]


def test_only_where_it_is_uncertain_there_is_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """While a script may still come nothing is dropped; after that the newest are, with word."""
    monkeypatch.setattr(outbox, "LIMIT", 2)
    gate = Gate("wait")
    box = Outbox(gate)
    assert [box.deliver(partial(commands_of, "wait", name)) for name in "abc"] == [True] * 3
    box.bound()
    assert box.deliver(lambda: [["d"]]) is False
    gate.live = True
    box.release()
    assert gate.sent == ["wait", "a", "wait", "b", "wait", "c"]
    assert box.deliver(lambda: [["e"]])


def test_the_last_that_has_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many are kept as the bound says, and no more."""
    monkeypatch.setattr(outbox, "LIMIT", 2)
    box = Outbox(Gate("wait"))
    box.bound()
    kept = [box.deliver(partial(commands_of, "wait", name)) for name in "abc"]
    assert kept == [True, True, False]


def test_the_limit() -> None:
    """It is ten thousand, which the journal names in words."""
    assert outbox.LIMIT == 10_000


def test_what_waits_is_mapped_when_it_leaves() -> None:
    """A call that is kept behind another is asked only then."""
    asked: list[str] = []

    def call(name: str) -> list[Command]:
        asked.append(name)
        return [[name]]

    gate = Gate("wait")
    box = Outbox(gate)
    for name in ("a", "wait", "b"):
        box.deliver(partial(call, name))
    assert (asked, gate.sent) == (["a", "wait"], ["a"])
    gate.live = True
    box.release()
    assert (asked, gate.sent) == (["a", "wait", "b"], ["a", "wait", "b"])


def test_at_the_next_call() -> None:
    """What is to be done then is done before the commands leave, and once."""
    gate = Gate()
    box = Outbox(gate)
    box.at_next_call(lambda: gate.sent.append("looked"))
    box.deliver([["a"]])
    box.deliver([["b"]])
    assert gate.sent == ["looked", "a", "b"]
