"""Start, queue, tracker and teardown on a page without a browser."""

from __future__ import annotations

from typing import Any

from paqbridge.deliver.destination import send, start, stop
from paqbridge.deliver.site import configure, create_site
from paqbridge.deliver.tracker import load
from paqbridge.mapping.core import map_event
from paqbridge.read.event import blank_event
from paqbridge.settings.table import SETTINGS
from tests.support.fake_page import FakePage, Recorder

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}


def started(fake: FakePage, more: dict[str, Any] | None = None) -> tuple[Any, list[str]]:
    """Start a site; return it and a list that grows with each time it is ready."""
    site = create_site()
    ready: list[str] = []
    assert configure(site, {**GIVEN, **(more or {})}, SETTINGS)
    start(site, lambda: ready.append("ready"))
    load(site)
    return site, ready


def call(site: Any, kind: Any, **more: Any) -> None:
    """Send one event."""
    send(site, {**blank_event(kind, None), **more}, map_event)  # type: ignore[typeddict-item]


def test_start(fake: FakePage) -> None:
    """The first three commands, then one script with the nonce."""
    started(fake, {"nonce": "n"})
    endpoint = ["setTrackerUrl", "https://m.example/piwik.php"]
    assert fake.commands == [["setSiteId", 1], endpoint, ["enableLinkTracking"]]
    (script,) = fake.document.scripts
    assert (script.src, script.nonce) == ("https://m.example/piwik.js", "n")


def test_second_login_waits(fake: FakePage) -> None:
    """A second setUserId, and all after it, waits until the tracker is live."""
    site, ready = started(fake)
    for user in ("a", "b"):
        call(site, "identify", userId=user)
    call(site, "track", event="x")
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


def test_own_tracker_of_the_page(fake: FakePage) -> None:
    """With loadScript false the page's own tracker is looked for, and nothing injected."""
    _, ready = started(fake, {"loadScript": False})
    fake.run_timers(100)
    assert ready == []
    fake._paq = Recorder()
    fake.run_timers(100)
    assert (ready, fake.document.scripts) == (["ready"], [])


def test_stop(fake: FakePage) -> None:
    """After stop there is no script, no warning and no command any more."""
    site, ready = started(fake)
    stop(site)
    fake.run_timers(10_000)
    call(site, "page")
    assert (len(fake.commands), fake.warnings, ready) == (3, [], [])
    assert fake.document.scripts[0].removed
