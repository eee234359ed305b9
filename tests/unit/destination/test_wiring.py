"""Start, queue, tracker and teardown of a destination, on a page without a browser."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.calls.receiver import Receiver
from paqbridge.destination.wiring import create_destination
from paqbridge.kits.lean import LEAN
from paqbridge.transports.paq import Paq, is_replayed_first, push
from paqbridge.types.destination import Destination
from tests.support.fake_page import FakePage, Matomo, Queue, Recorder

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}


def started(more: dict[str, Any] | None = None) -> tuple[Receiver, Destination, list[str]]:
    """Start a destination; return it with its receiver and a list that grows when it is ready."""
    transport = Paq(is_replayed_first, push)
    destination = create_destination({**LEAN, "transport": transport}, transport)
    receiver = Receiver(LEAN, destination, lambda event, message: [])
    ready: list[str] = []
    receiver.start({**GIVEN, **(more or {})}, lambda: ready.append("ready"), destination["load"])
    return receiver, destination, ready


def test_start(fake: FakePage) -> None:
    """The first three commands, then one script with the nonce."""
    started({"nonce": "n", "trackerFile": "Matomo"})
    endpoint = ["setTrackerUrl", "https://m.example/matomo.php"]
    assert fake.commands == [["setSiteId", 1], endpoint, ["enableLinkTracking"]]
    (script,) = fake.document.scripts
    assert (script.src, script.nonce) == ("https://m.example/matomo.js", "n")


def test_second_login_waits(fake: FakePage) -> None:
    """A second setUserId, and all after it, waits until the tracker is live."""
    receiver, _, ready = started()
    for user in ("a", "b"):
        receiver.accept("identify", {"userId": user})
    receiver.accept("track", {"event": "x"})
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
    _, _, ready = started()
    fake.document.scripts[0].onerror()
    fake.run_timers(6000)
    assert len(fake.warnings) == 1
    assert len(ready) >= 1


def test_no_tracker_in_the_script(fake: FakePage) -> None:
    """A script that runs and leaves the queue alone counts as blocked; what waits stays."""
    receiver, _, ready = started()
    for user in ("a", "b"):
        receiver.accept("identify", {"userId": user})
    fake.document.scripts[0].onload()
    assert (len(fake.warnings), ready) == (1, ["ready"])
    assert fake.commands[3:] == [["setUserId", "a"]]


def test_own_tracker_of_the_page(fake: FakePage) -> None:
    """With loadScript false the page's own tracker is looked for, and nothing injected."""
    _, _, ready = started({"loadScript": False})
    fake.run_timers(100)
    assert ready == []
    fake._paq = Recorder(Matomo())
    fake.run_timers(100)
    assert (ready, fake.document.scripts) == (["ready"], [])


def test_the_pages_own_tracker_comes_after_its_time(fake: FakePage) -> None:
    """The next call looks for it again, as long as the first time: what waits leaves with it."""
    receiver, _, _ = started({"loadScript": False})
    for user in ("a", "b"):
        receiver.accept("identify", {"userId": user})
    fake.run_timers(5000)
    assert fake.timers == {}
    receiver.accept("track", {"event": "x"})
    held = fake.commands
    fake._paq = Recorder(Matomo())
    fake._paq.commands = held
    fake.run_timers(5000)
    assert [command[0] for command in fake.commands[3:]] == ["setUserId", "setUserId", "trackEvent"]
    assert (len(fake.warnings), fake.timers) == (1, {})


SNIPPETS: list[list[Any]] = [
    [["trackPageView"], ["setTrackerUrl", "x"], ["setSiteId", "9"]],
    [["setTrackerUrl", "x"]],
]


@pytest.mark.parametrize("snippet", [*SNIPPETS, None], ids=["whole", "half", "live"])
def test_the_page_has_a_matomo_of_its_own(fake: FakePage, snippet: list[Any] | None) -> None:
    """Both would load a tracker, and each view count twice: one warning names the setting."""

    def warned(**settings: Any) -> list[str]:
        fake.warnings.clear()
        fake._paq = Recorder(Matomo()) if snippet is None else Queue(snippet)
        fake.Piwik = {} if snippet is None else None
        started(settings)
        return [text.split(":")[1] for text in fake.warnings]

    assert warned() == [" loadScript"]
    assert warned(loadScript=False) == []


def test_a_queue_without_a_tracker(fake: FakePage) -> None:
    """Commands of the page's that wait for a tracker are no Matomo."""
    fake._paq = Queue([["requireConsent"], ["setUserId", "u"], "no command"])
    started()
    assert fake.warnings == []


def test_stop(fake: FakePage) -> None:
    """After stop there is no warning any more, and nobody is told."""
    _, destination, ready = started()
    destination["stop"]()
    fake.run_timers(10_000)
    assert (len(fake.commands), fake.warnings, ready) == (3, [], [])


def test_what_was_received(fake: FakePage) -> None:
    """A warning shows it, of settings as of a script that is blocked; each is said once."""
    warned: list[tuple[str, Any]] = []
    fake.console.warn = lambda text, received: warned.append((text, received))
    _, destination, _ = started({"timeout": "soon"})
    assert destination["configure"]({**GIVEN, "timeout": "soon"})
    fake.document.scripts[0].onerror()
    assert warned == [
        ("paqbridge: timeout: see docs/settings.md, received", "soon"),
        ("paqbridge: Matomo's script is blocked, received", GIVEN["serverUrl"]),
    ]


def test_settings_of_another_build(fake: FakePage) -> None:
    """A lean build that is to ask for consent does not start."""
    started({"consent": "tracking"})
    assert (fake.commands, len(fake.warnings)) == ([], 1)
