"""The standalone's methods and its place on the page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge import host
from paqbridge.calls.waiting import LIMIT
from paqbridge.flags import VERSION
from paqbridge.kits.lean import LEAN
from paqbridge.kits.lean_standalone import LEAN_STANDALONE
from paqbridge.source.analytics import LACKING, UNKNOWN, create_analytics
from paqbridge.source.install import install
from tests.support.fake_page import FakePage, Queue

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}


def made() -> Any:
    """Make an analytics object that no page has yet."""
    return create_analytics(LEAN_STANDALONE, LEAN)


def test_calls_before_load_wait(fake: FakePage) -> None:
    """What is called before load is delivered after it, in order."""
    analytics = made()
    analytics["track"]("First")
    assert fake.commands == []
    analytics["load"](GIVEN)
    analytics["page"]()
    assert [command[0] for command in fake.commands[3:]] == ["trackEvent", "trackPageView"]


def test_a_second_load(fake: FakePage) -> None:
    """It starts nothing, whatever it is given: a page has one Matomo."""
    analytics = made()
    analytics["load"](GIVEN)
    analytics["initialize"]({"Piwik": {**GIVEN, "siteId": 2}}, {"integrations": {"Piwik": False}})
    analytics["page"]()
    assert fake.commands[-1] == ["trackPageView"]
    assert [command[1:] for command in fake.commands if command[0] == "setSiteId"] == [[1]]
    assert len(fake.document.scripts) == 1


def test_the_user(fake: FakePage) -> None:
    """A page can ask who it is, say it and forget it, and means the same visitor as the calls."""
    analytics = made()
    user = analytics["user"]()
    analytics["identify"]("u1")
    assert user["id"]() == "u1"
    assert user["id"]("u2") == "u2"
    user["reset"]()
    assert user["id"]() is None
    analytics["load"](GIVEN)
    analytics["identify"]({"plan": "pro"})
    assert fake.commands[3:] == [["setUserId", "u1"]]


def test_ready_and_callbacks(fake: FakePage) -> None:
    """ready waits for the tracker; a call's callback runs after 300 ms, and may throw."""
    analytics = made()
    seen: list[str] = []
    analytics["ready"](lambda: seen.append("ready"))
    analytics["load"](GIVEN)
    analytics["track"]("x", lambda: seen.append("called"))
    analytics["track"]("x", {}, lambda: 1 / 0)
    fake.run_timers(299)
    assert seen == []
    fake.run_timers(1)
    fake.tracker_arrives()
    fake.run_timers(0)
    analytics["ready"](lambda: seen.append("late"))
    fake.run_timers(0)
    assert seen == ["called", "ready", "late"]
    assert len(fake.warnings) == 1


def test_a_user_of_an_earlier_page(fake: FakePage) -> None:
    """The tracker is told who it is, and of the logout."""
    fake.document.cookie = "ajs_user_id=u"
    analytics = made()
    analytics["load"](GIVEN)
    analytics["track"]("E")
    analytics["reset"]()
    assert fake.commands[3:] == [
        ["setUserId", "u"],
        ["trackEvent", "All", "E", None, None],
        ["resetUserId"],
    ]


def test_settings_in_options(fake: FakePage) -> None:
    """They stand behind a key, too."""
    made()["load"]("KEY", {"integrations": {"Piwik": GIVEN}})
    assert fake.commands[0] == ["setSiteId", 1]


def test_what_a_build_adds(fake: FakePage) -> None:
    """Its kit gets the methods and the destination, and is told of a call that is lost."""
    seen: list[Any] = []
    kit: Any = {**LEAN, "lost": lambda event, why: seen.append(event["type"])}
    kit["add"] = lambda methods, destination: seen.extend([methods, destination()])
    analytics = create_analytics(LEAN_STANDALONE, kit)
    assert seen[0] is analytics
    assert seen[1]["settings"] == {}
    for _ in range(LIMIT + 1):
        analytics["track"]("E")
    assert seen[2:] == ["track"]


def test_switched_off(fake: FakePage) -> None:
    """initialize may switch the destination off: nothing is pushed, ready settles (segment 3)."""
    analytics = made()
    seen: list[str] = []
    analytics["ready"](lambda: seen.append("ready"))
    analytics["initialize"]({"Piwik": GIVEN}, {"integrations": {"Piwik": False}})
    fake.run_timers(0)
    assert (fake.commands, seen) == ([], ["ready"])


def test_install_over_a_stub(fake: FakePage) -> None:
    """The stub's calls are made again in order, on the stub itself."""
    fake.analytics = SimpleStub(
        [["load", GIVEN], ["track", "x"], ["nonsense"], 5, {"0": "page"}, [["page"]]]
    )
    install(made())
    assert [command[0] for command in fake.commands[3:]] == ["trackEvent"]
    assert fake.analytics.members["VERSION"] == VERSION


def test_install_with_the_scripts_own_settings(fake: FakePage) -> None:
    """Data attributes of the running script start it."""
    texts = {"siteId": "7", "serverUrl": "https://m.example", "goals": '{"Paid": 1}'}
    host.running = SimpleNamespace(dataset=Texts(texts), src="", nonce="", text="")
    install(made())
    assert fake.commands[0] == ["setSiteId", "7"]
    fake.analytics["push"](["track", "paid"])
    assert fake.commands[3] == ["trackGoal", 1, None]


@pytest.mark.parametrize("name", ["siteId", "serverUrl"])
def test_install_with_half_of_the_settings(fake: FakePage, name: str) -> None:
    """Who has said one of the two meant to start: the warning says what is missing."""
    given = {name: str(GIVEN[name])}
    host.running = SimpleNamespace(dataset=Texts(given), src="", nonce="", text="")
    install(made())
    missing = ({*GIVEN} - {name}).pop()
    assert [text.split(":")[1] for text in fake.warnings] == [f" {missing}"]
    assert fake.commands == []


def test_install_a_second_time(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the script, of whatever version, that is there already goes on alone.

    That an array has a VERSION is nothing that CPython knows.
    """
    monkeypatch.setattr("paqbridge.source.install.read", lambda data, key: "0.0.1")
    stub = fake.analytics = SimpleStub([["load", GIVEN]])
    install(made())
    assert (fake.analytics, fake.commands, fake.warnings) == (stub, [], [])
    assert list(stub) == [["load", GIVEN]]


def test_install_leaves_others_alone(fake: FakePage) -> None:
    """Another library under that name stays, with a warning."""
    warned: list[Any] = []
    fake.console.warn = lambda *said: warned.append(said)
    other = fake.analytics = {"track": print}
    install(made())
    assert fake.analytics is other
    assert warned == [("paqbridge: window.analytics is another library, received", other)]


class SimpleStub(Queue):
    """A snippet's array, which takes members too."""

    length = 0

    def update(self, members: dict[str, Any]) -> None:
        """Take our methods."""
        self.members = members


class Texts(dict[str, str]):
    """A dataset: no such attribute is None."""

    def __missing__(self, name: str) -> None:
        return None


@pytest.mark.parametrize("name", LACKING.split(" "))
def test_what_a_lean_one_lacks(name: str, fake: FakePage) -> None:
    """It is there, says once that it is in full builds, and throws nothing."""
    analytics = made()
    analytics[name]("a", {})
    analytics[name]()
    assert fake.warnings == [f"paqbridge: {name}: in full builds, received"]


@pytest.mark.parametrize("name", UNKNOWN.split(" ")[1:])
def test_what_a_lean_user_lacks(name: str, fake: FakePage) -> None:
    """It says so once, too, and its answer counts as nobody's."""
    user = made()["user"]()
    assert (user[name](), user[name]()) == ("", "")
    assert fake.warnings == [f"paqbridge: .{name}: in full builds, received"]


@pytest.mark.parametrize("name", ["id", "traits", "properties"])
def test_a_lean_group(name: str, fake: FakePage) -> None:
    """A group has no id and no traits, which is said; the methods are there, in a chain."""
    group = made()["group"]()
    assert group[name]() == ""
    assert fake.warnings == [
        "paqbridge: group: in full builds, received",
        f"paqbridge: .{name}: in full builds, received",
    ]


def test_calls_in_a_chain(fake: FakePage) -> None:
    """What a call answers with has the methods, as in Segment's classic library."""
    analytics = made()
    analytics["load"](GIVEN)["identify"]("u1")["group"]("acme")["track"]("Paid")
    assert [command[0] for command in fake.commands[3:]] == ["setUserId", "trackEvent"]
