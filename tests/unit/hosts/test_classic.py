"""The classic integration on CPython; the hosts' tests run it in the real library."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge import native
from paqbridge.hosts.classic import DEFAULTS, create_integration
from paqbridge.kits.full import FULL
from paqbridge.kits.lean import LEAN
from tests.support.fake_page import FakePage

OPTIONS = {"siteId": 42, "url": "https://m.example"}


def test_life(fake: FakePage) -> None:
    """initialize, calls, ready, and reset, after which another instance can start."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    seen: list[str] = []
    instance["once"]("ready", lambda *_: seen.append("ready"))
    instance["initialize"]()
    instance["invoke"]("track", {"obj": {"event": "x"}})
    instance["invoke"]("reset", {})
    assert [command[0] for command in fake.commands[3:]] == ["trackEvent"]
    fake.tracker_arrives()
    assert (seen, instance["loaded"]()) == (["ready"], True)
    instance["reset"]()
    instance["track"]({"obj": {"event": "late"}})
    assert fake.commands == []
    piwik(OPTIONS)["initialize"]()
    assert fake.commands[0] == ["setSiteId", 42]


def test_plugin_and_defaults(fake: FakePage) -> None:
    """Called with an analytics it adds itself; without options it has Segment's defaults."""
    piwik: Any = create_integration(LEAN)
    assert piwik({"addIntegration": lambda added: added is piwik}) is True
    defaults = {"url": None, "siteId": "", "customVariableLimit": 5, "goals": []}
    assert piwik()["options"] == defaults
    piwik()["initialize"]()
    assert len(fake.warnings) == 2


def test_logout_of_the_host(fake: FakePage) -> None:
    """When the host's user has no id any more, Matomo forgets it before the next call."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    instance["initialize"]()
    instance["identify"]({"obj": {"userId": "a"}})
    user = SimpleNamespace(id=lambda: None)
    instance["analytics"] = SimpleNamespace(user=lambda: user)
    instance["track"]({"obj": {"event": "x"}})
    assert [c[0] for c in fake.commands[3:]] == ["setUserId", "resetUserId", "trackEvent"]


@pytest.mark.parametrize("place", ["integrations", "context"])
def test_a_call_that_is_not_for_us(fake: FakePage, place: str) -> None:
    """A call that the page keeps from us does not log out either."""
    host = SimpleNamespace(user=lambda: SimpleNamespace(id=lambda: None))
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    instance["analytics"] = host
    instance["initialize"]()
    instance["identify"]({"obj": {"userId": "a"}})
    start = len(fake.commands)
    instance["track"]({"obj": {"event": "x", place: {"Piwik": False}}})
    assert fake.commands[start:] == []
    instance["track"]({"obj": {"event": "x"}})
    assert [command[0] for command in fake.commands[start:]] == ["resetUserId", "trackEvent"]


def test_no_logout_of_the_host(fake: FakePage) -> None:
    """A call that says no user is nobody's only where the host has lost its user."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    instance["initialize"]()
    instance["identify"]({"obj": {"userId": "a"}})
    instance["track"]({"obj": {"event": "x"}})
    user = SimpleNamespace(id=lambda: "a")
    instance["analytics"] = SimpleNamespace(user=lambda: user)
    instance["track"]({"obj": {"event": "x"}})
    user.id = lambda: None
    instance["track"]({"obj": {"event": "x", "userId": "a"}})
    names = [command[0] for command in fake.commands[3:]]
    assert names == ["setUserId", "trackEvent", "trackEvent", "trackEvent"]


def test_options_that_change(fake: FakePage) -> None:
    """A host may change an instance's options between two calls."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    instance["initialize"]()
    instance["options"]["goals"] = {"Paid": 3}
    instance["track"]({"obj": {"event": "Paid"}})
    assert fake.commands[3] == ["trackGoal", 3, None]


def test_uninstalled(fake: FakePage) -> None:
    """It looks for no tracker any more; started again it is ready once more."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    seen: list[str] = []
    instance["on"]("ready", lambda *_: seen.append("ready"))
    instance["initialize"]()
    instance["reset"]()
    fake.run_timers(10_000)
    assert (seen, fake.warnings) == ([], [])
    instance["initialize"]()
    fake.tracker_arrives()
    instance["reset"]()
    instance["initialize"]()
    fake.tracker_arrives()
    assert seen == ["ready", "ready"]


def test_dates_are_texts_again(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the build for this host, dates that its facade made are their texts; the facade stays."""
    monkeypatch.setattr(native, "DATES", True)
    day = datetime(2020, 1, 1, tzinfo=UTC)
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    instance["initialize"]()
    facade = {"obj": {"event": day, "properties": {"label": day}}}
    instance["track"](facade)
    assert fake.commands[3] == ["trackEvent", "All", "2020-01-01", "2020-01-01", None]
    assert facade["obj"]["event"] is day


def test_a_second_start(fake: FakePage) -> None:
    """An instance that is started twice injects one script; ready comes in any case."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    instance["initialize"]()
    instance["initialize"]()
    assert len(fake.document.scripts) == 1


def test_ready_once(fake: FakePage) -> None:
    """A host may call it itself, as often as it likes: who listens hears of it once."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    seen: list[Any] = []
    instance["on"]("ready", lambda *_: seen.append("ready"))
    instance["ready"]()
    instance["initialize"]()
    fake.tracker_arrives()
    assert seen == ["ready"]


def test_the_consent_of_now(fake: FakePage) -> None:
    """An instance that is uninstalled and started again has the consent of its new destination."""
    piwik: Any = create_integration(FULL)
    instance = piwik({**OPTIONS, "consent": "load"})
    instance["initialize"]()
    instance["consent"]["give"]()
    instance["reset"]()
    assert instance["consent"]["state"]() == "unknown"
    instance["initialize"]()
    assert (instance["consent"]["state"](), fake.commands) == ("pending", [])


def test_invoke_is_for_calls_only(fake: FakePage) -> None:
    """A host invokes what a call is named; nothing else of an instance is one."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    instance["initialize"]()
    for name in ("group", "alias", "reset", "load", "constructor"):
        assert instance["invoke"](name, {"obj": {}}) is None
    assert (len(fake.commands), len(fake.document.scripts)) == (3, 1)


def test_emitter() -> None:
    """off takes a listener away, once hears one event only."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    seen: list[Any] = []

    def listen(argument: Any) -> None:
        seen.append(argument)

    assert instance["on"]("a", listen) is instance
    instance["once"]("a", lambda argument: seen.append("once"))
    instance["emit"]("a", 1)
    instance["off"]("a", listen)
    instance["emit"]("a", 2)
    assert seen == [1, "once"]


def test_statics() -> None:
    """Hosts and their testers look at the constructor's defaults, and at what it is on the page."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    assert (instance["defaults"], instance["globals"]) == (DEFAULTS, ["_paq"])


def test_a_load_of_the_hosts(fake: FakePage) -> None:
    """A host may replace what loads; it gets what tells that it is ready."""
    piwik: Any = create_integration(LEAN)
    instance = piwik(OPTIONS)
    given: list[Any] = []
    instance["load"] = given.append
    instance["initialize"]()
    assert given == [instance["ready"]]


def test_a_user_of_an_earlier_page(fake: FakePage) -> None:
    """Whom the host knows, Matomo may be told of, as soon as a call comes."""
    piwik: Any = create_integration(LEAN)
    instance = piwik({**OPTIONS, "rememberUser": True})
    instance["analytics"] = SimpleNamespace(user=lambda: SimpleNamespace(id=lambda: "a"))
    instance["initialize"]()
    instance["page"]({"obj": {}})
    assert fake.commands[3:] == [["setUserId", "a"], ["trackPageView"]]


def test_a_host_that_knows_nobody(fake: FakePage) -> None:
    """In the full build that ends a login of this page, too, and nothing else."""
    piwik: Any = create_integration(FULL)
    instance = piwik(OPTIONS)
    user = SimpleNamespace(id=lambda: None)
    instance["analytics"] = SimpleNamespace(user=lambda: user)
    instance["initialize"]()
    fake.tracker_arrives()
    start = len(fake.commands)
    instance["identify"]({"obj": {"userId": "a"}})
    instance["page"]({"obj": {}})
    assert [one[0] for one in fake.commands[start:]] == [
        "setUserId",
        "resetUserId",
        "trackPageView",
    ]
