"""Start, queue, tracker and teardown on a page without a browser."""

from __future__ import annotations

from typing import Any

from paqbridge.deliver.destination import create_destination
from paqbridge.mapping.core import map_event
from paqbridge.read.event import event_of

from paqbridge.settings.table import SETTINGS
from tests.support.fake_page import FakePage, Recorder

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}


def started(fake: FakePage, more: dict[str, Any] | None = None) -> tuple[Any, list[str]]:
    """Start a destination; return it and a list that grows with each time it is ready."""
    destination = create_destination(map_event, SETTINGS)
    ready: list[str] = []
    assert destination["configure"]({**GIVEN, **(more or {})})
    destination["start"](lambda: ready.append("ready"))
    destination["load"]()
    return destination, ready


def call(destination: Any, kind: Any, **message: Any) -> None:
    """Send one event."""
    destination["send"](event_of(kind, message, []))


def test_start(fake: FakePage) -> None:
    """The first three commands, then one script with the nonce."""
    started(fake, {"nonce": "n", "trackerFile": "Matomo"})
    endpoint = ["setTrackerUrl", "https://m.example/matomo.php"]
    assert fake.commands == [["setSiteId", 1], endpoint, ["enableLinkTracking"]]
    (script,) = fake.document.scripts
    assert (script.src, script.nonce) == ("https://m.example/matomo.js", "n")


def test_second_login_waits(fake: FakePage) -> None:
    """A second setUserId, and all after it, waits until the tracker is live."""
    destination, ready = started(fake)
    for user in ("a", "b"):
        call(destination, "identify", userId=user)
    call(destination, "track", event="x")
    assert [command[0] for command in fake.commands[3:]] == ["setUserId"]
    fake.tracker_arrives()
    assert [command[:2] for command in fake.commands[3:]] == [
        ["setUserId", "a"],
        ["setUserId", "b"],
        ["trackEvent", "All"],
    ]
    assert ready == ["ready"]


def test_blocked(fake: FakePage) -> None:
    """A script that fails costs one warning, however often it is said; ready settles."""
    _, ready = started(fake)
    fake.document.scripts[0].onerror()
    fake.run_timers(6000)
    assert len(fake.warnings) == 1
    assert len(ready) >= 1


def test_no_tracker_in_the_script(fake: FakePage) -> None:
    """A script that runs and leaves the queue alone counts as blocked; what waits stays."""
    destination, ready = started(fake)
    for user in ("a", "b"):
        call(destination, "identify", userId=user)
    fake.document.scripts[0].onload()
    assert (len(fake.warnings), ready) == (1, ["ready"])
    assert fake.commands[3:] == [["setUserId", "a"]]


def test_own_tracker_of_the_page(fake: FakePage) -> None:
    """With loadScript false the page's own tracker is looked for, and nothing injected."""
    _, ready = started(fake, {"loadScript": False})
    fake.run_timers(100)
    assert ready == []
    fake._paq = Recorder()
    fake.run_timers(100)
    assert (ready, fake.document.scripts) == (["ready"], [])


def test_stop(fake: FakePage) -> None:
    """After stop there is no warning and no command any more."""
    destination, ready = started(fake)
    destination["stop"]()
    fake.run_timers(10_000)
    call(destination, "page")
    assert (len(fake.commands), fake.warnings, ready) == (3, [], [])
