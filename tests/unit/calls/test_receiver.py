"""What the adapters have in common: one start, calls as messages, an end, and servers."""

from __future__ import annotations

from typing import Any

from paqbridge.mapping.full.core import map_full
from paqbridge.plugins.receiver import create_receiver

from paqbridge import host
from paqbridge.settings.full_table import MORE_SETTINGS
from paqbridge.settings.lean_table import LEAN_SETTINGS
from tests.support.fake_page import FakePage

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}
START = 3


def started(**more: Any) -> tuple[Any, list[str]]:
    """Start a receiver; return it and a list that grows when it is ready."""
    receiver = create_receiver(map_full, [*LEAN_SETTINGS, *MORE_SETTINGS])
    ready: list[str] = []
    receiver["start"]({**GIVEN, **more}, lambda: ready.append("ready"))
    return receiver, ready


def test_it_starts_once(fake: FakePage) -> None:
    """A second start adds neither commands nor a script, and nobody else is told of it."""
    receiver, ready = started()
    receiver["start"]({**GIVEN, "siteId": 2}, lambda: ready.append("second"))
    fake.tracker_arrives()
    assert [one[0] for one in fake.commands] == ["setSiteId", "setTrackerUrl", "enableLinkTracking"]
    assert (len(fake.document.scripts), ready) == (1, ["ready"])


def test_before_the_start(fake: FakePage) -> None:
    """A call before the start is lost; what was said of consent counts."""
    receiver = create_receiver(map_full, [*LEAN_SETTINGS, *MORE_SETTINGS])
    receiver["accept"]("page", None, [])
    receiver["consent"]["give"](None)
    receiver["start"]({**GIVEN, "consent": "load"}, None)
    assert (receiver["consent"]["state"](), len(fake.commands)) == ("given", START)


def test_a_stop_and_a_start(fake: FakePage) -> None:
    """After a stop calls are lost, and after another start they count again."""
    receiver, _ = started()
    assert receiver["is_on"]()
    receiver["stop"]()
    assert not receiver["is_on"]()
    receiver["accept"]("track", {"event": "lost"}, [])
    receiver["start"](GIVEN, None)
    receiver["accept"]("track", {"event": "kept"}, [])
    assert [one[2] for one in fake.commands[START:]] == ["kept"]
    assert len(fake.document.scripts) == 1


def test_ready_after_a_stop(fake: FakePage) -> None:
    """Who waits for the tracker hears of it, though nothing is to be sent any more."""
    receiver, ready = started()
    receiver["stop"]()
    fake.tracker_arrives()
    assert ready == ["ready"]


def test_ready_once(fake: FakePage) -> None:
    """Ready comes once: when the tracker is blocked, or at once without usable settings."""
    _, blocked = started()
    assert blocked == []
    fake.document.scripts[0].onerror()
    fake.run_timers(6000)
    _, refused = started(siteId=None)
    assert (blocked, refused) == (["ready"], ["ready"])


def test_a_start_that_the_page_breaks(fake: FakePage) -> None:
    """Where the script cannot be injected ready comes all the same, once."""
    fake.document.head = None  # type: ignore[assignment]
    fake.document.documentElement = None  # type: ignore[assignment]
    _, ready = started()
    fake.run_timers(6000)
    assert ready == ["ready"]


def test_a_callback_that_throws(fake: FakePage) -> None:
    """What a host's callback throws stays with it."""
    receiver = create_receiver(map_full, [*LEAN_SETTINGS, *MORE_SETTINGS])
    receiver["start"](GIVEN, lambda: 1 / 0)
    fake.tracker_arrives()
    receiver["accept"]("page", None, [])
    assert fake.commands[START:] == [["trackPageView"]]


def test_where_the_visit_landed(fake: FakePage) -> None:
    """A page call after a change of route has the new URL, and the landing page as referrer."""
    fake.location.href = "https://shop.test/"
    receiver, _ = started()
    fake.location.href = "https://shop.test/shirts"
    receiver["accept"]("track", {"event": "x"}, [])
    receiver["accept"]("page", None, [])
    assert [one for one in fake.commands[START + 1 :] if one[0] == "setCustomUrl"] == [
        ["setCustomUrl", "https://shop.test/shirts"]
    ]


def test_what_a_call_says_to_us(fake: FakePage) -> None:
    """The options of a call reach the mapping."""
    receiver, _ = started()
    receiver["accept"]("track", {"event": "x"}, [{"customVars": {"1": ["n", "v"]}}])
    assert fake.commands[START] == ["setCustomVariable", "1", "n", "v", "page"]


def test_on_a_server() -> None:
    """Without a page nothing starts, not even to wait for a consent; ready comes at once."""
    assert host.page is None
    receiver, ready = started(consent="load")
    receiver["accept"]("page", None, [])
    assert (ready, receiver["consent"]["state"]()) == (["ready"], "unknown")
