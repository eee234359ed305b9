"""An adapter that is taken off its host, and comes back."""

from __future__ import annotations

from paqbridge.calls.receiver import Receiver
from paqbridge.calls.switch import Switch
from paqbridge.kits.full import FULL
from tests.support.fake_page import FakePage

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}
START = 3


def test_calls_pass_while_it_is_on() -> None:
    """A call before the start or after the end is lost; another start lets calls pass again."""
    passed: list[object] = []
    switch = Switch(lambda kind, message: passed.append((kind, message)))
    assert not switch.is_on()
    switch.accept("page", "early")
    switch.on()
    assert switch.is_on()
    switch.accept("page", "first")
    switch.off()
    assert switch.is_on() is False
    switch.accept("page", "late")
    switch.on()
    switch.accept("track", "second")
    assert passed == [("page", "first"), ("track", "second")]


def test_a_stop_and_a_start(fake: FakePage) -> None:
    """The destination goes on: after a stop there is no second start, and who waits is told."""
    destination = FULL["destination"]()
    receiver = Receiver(FULL, destination, lambda event, message: [])
    switch = Switch(receiver.accept)
    ready: list[str] = []

    def start() -> None:
        switch.on()
        receiver.start(GIVEN, lambda: ready.append("ready"), destination["load"])

    start()
    switch.off()
    switch.accept("track", {"event": "lost"})
    start()
    switch.accept("track", {"event": "kept"})
    switch.off()
    fake.tracker_arrives()
    assert [one[2] for one in fake.commands[START:]] == ["kept"]
    assert (len(fake.document.scripts), ready) == (1, ["ready"])
