"""The classic integration on CPython; the hosts' tests run it in the real library."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from paqbridge.mapping.core import map_event
from paqbridge.plugins.classic import create_integration
from paqbridge.plugins.emitter import create_emitter
from paqbridge.plugins.facade_event import facade_event
from paqbridge.settings.table import SETTINGS
from tests.support.fake_page import FakePage

OPTIONS = {"siteId": 42, "url": "https://m.example"}


def test_life(fake: FakePage) -> None:
    """initialize, calls, ready, and reset, after which another instance can start."""
    piwik: Any = create_integration(map_event, SETTINGS)
    instance = piwik(OPTIONS)
    seen: list[str] = []
    instance["once"]("ready", lambda *_: seen.append("ready"))
    instance["on"]("initialize", lambda *_: seen.append("initialize"))
    instance["initialize"]()
    instance["invoke"]("track", {"obj": {"event": "x"}})
    instance["invoke"]("reset", {})
    assert [command[0] for command in fake.commands[3:]] == ["trackEvent"]
    fake.tracker_arrives()
    assert (seen, instance["loaded"]()) == (["initialize", "ready"], True)
    instance["reset"]()
    assert fake.commands == []
    piwik(OPTIONS)["initialize"]()
    assert fake.commands[0] == ["setSiteId", 42]


def test_plugin_and_defaults(fake: FakePage) -> None:
    """Called with an analytics it adds itself; without options it has Segment's defaults."""
    piwik: Any = create_integration(map_event, SETTINGS)
    assert piwik({"addIntegration": lambda added: added is piwik}) is True
    defaults = {"url": None, "siteId": "", "customVariableLimit": 5, "goals": []}
    assert piwik()["options"] == defaults
    piwik()["initialize"]()
    assert len(fake.warnings) == 2


def test_logout_of_the_host(fake: FakePage) -> None:
    """When the host's user has no id any more, Matomo forgets it before the next call."""
    piwik: Any = create_integration(map_event, SETTINGS)
    instance = piwik(OPTIONS)
    instance["initialize"]()
    instance["identify"]({"obj": {"userId": "a"}})
    user = SimpleNamespace(id=lambda: None)
    instance["analytics"] = SimpleNamespace(user=lambda: user)
    instance["track"]({"obj": {"event": "x"}})
    assert [c[0] for c in fake.commands[3:]] == ["setUserId", "resetUserId", "trackEvent"]


def test_dates_are_texts_again() -> None:
    """Dates that the facade made are texts in the record; the facade is left alone."""
    day = datetime(2020, 1, 1, tzinfo=UTC)
    facade = {"obj": {"event": day, "properties": {"label": day, "list": [day]}}}
    event = facade_event("track", facade)
    assert event["event"] == "2020-01-01"
    assert event["properties"] == {"label": "2020-01-01", "list": ["2020-01-01"]}
    assert facade["obj"]["event"] is day


def test_emitter() -> None:
    """off takes a listener away, once hears one event only."""
    emitter = create_emitter("owner")
    seen: list[Any] = []
    assert emitter["on"]("a", seen.append) == "owner"
    emitter["once"]("a", lambda argument: seen.append("once"))
    emitter["emit"]("a", 1)
    emitter["off"]("a", seen.append)
    emitter["emit"]("a", 2)
    assert seen in ([1, "once"], [1])
