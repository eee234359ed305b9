"""The plugin for analytics-next on CPython; the hosts' tests run it in the real library."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from paqbridge.flags import VERSION
from paqbridge.hosts.segment import create_plugin
from paqbridge.kits.full import FULL
from tests.support.fake_page import FakePage

SETTINGS = {"siteId": 1, "serverUrl": "https://m.example", "newVisitOnReset": True}
START = 3
NUMBERS = count()


def piwik(settings: Any) -> Any:
    """Create a plugin as a page does, by a function that is made anew."""
    return create_plugin(FULL)(settings)


def loaded(**more: Any) -> Any:
    """Create a plugin and load it, as the host does when it is registered."""
    plugin = piwik({**SETTINGS, **more})
    plugin["load"]()
    return plugin


def call(plugin: Any, kind: str, **event: Any) -> Any:
    """Let the host hand over one call; return its context and what it gets for it."""
    context = {"event": {"type": kind, "messageId": f"{next(NUMBERS)}", **event}}
    return context, plugin[kind](context)


def test_what_the_host_looks_at(fake: FakePage) -> None:
    """Names, type and version; only once it is loaded does it say so."""
    plugin = piwik(SETTINGS)
    assert (plugin["name"], plugin["alternativeNames"]) == ("Piwik", ["Matomo"])
    assert (plugin["type"], plugin["version"]) == ("destination", VERSION)
    assert (plugin["isLoaded"](), fake.commands) == (False, [])
    plugin["load"]()
    assert plugin["isLoaded"]()


def test_each_call(fake: FakePage) -> None:
    """Each method of the host is the call of its name, and gives the host its context back."""
    plugin = loaded(aliasUserId=True, groupDimension=5)
    for kind, event in {
        "page": {},
        "identify": {"userId": "u"},
        "group": {"userId": "u", "groupId": "g"},
        "track": {"userId": "u", "event": "x"},
        "alias": {"userId": "d"},
        "screen": {"userId": "u"},
    }.items():
        context, answer = call(plugin, kind, **event)
        assert answer is context
    fake.tracker_arrives()
    assert fake.commands[START:] == [
        ["trackPageView"],
        ["setUserId", "u"],
        ["trackEvent", "All", "x", None, None, {"dimension5": "g"}],
        ["setUserId", "d"],
        ["trackPageView", None, {"dimension5": "g"}],
    ]


def test_own_options_and_refusals(fake: FakePage) -> None:
    """Integrations and context speak to it under both names in any case."""
    plugin = loaded()
    own = {"customVars": {"1": ["n", "v"]}}
    call(plugin, "track", event="a", integrations={"piwik": False})
    call(plugin, "track", event="b", context={"Matomo": False})
    call(plugin, "track", event="c", integrations={"matomo": own}, context={"Piwik": {}})
    assert [one[0] for one in fake.commands[START:]] == ["setCustomVariable", "trackEvent"]


def test_a_logout_of_an_earlier_login(fake: FakePage) -> None:
    """The host kept the user from an earlier page: when it is gone, a new visit begins."""
    plugin = loaded()
    call(plugin, "track", event="as a", userId="a")
    call(plugin, "track", event="nobody")
    assert [one[:2] for one in fake.commands[START:]] == [
        ["setUserId", "a"],
        ["trackEvent", "All"],
        ["resetUserId"],
        ["appendToTrackingUrl", "new_visit=1"],
        ["trackEvent", "All"],
        ["appendToTrackingUrl", ""],
    ]


def test_registered_twice(fake: FakePage) -> None:
    """The host hands each call over twice then; it counts once, and so does another like it."""
    plugin = loaded()
    plugin["load"]()
    for _ in range(2):
        context, _ = call(plugin, "track", event="x")
        assert plugin["track"](context) is context
    assert [one[0] for one in fake.commands[START:]] == ["trackEvent", "trackEvent"]
    assert len(fake.document.scripts) == 1


def test_taken_off_and_registered_again(fake: FakePage) -> None:
    """Between the two nothing is sent; the host's ready does not wait for ever."""
    plugin = loaded()
    plugin["unload"]()
    assert not plugin["isLoaded"]()
    call(plugin, "track", event="lost")
    plugin["load"]()
    call(plugin, "track", event="kept")
    assert plugin["ready"]() == []
    fake.tracker_arrives()
    assert len(plugin["ready"]()) == 1
    assert [one[2] for one in fake.commands[START:]] == ["kept"]


def test_ready_without_settings(fake: FakePage) -> None:
    """A plugin that cannot start is ready at once."""
    assert len(loaded(siteId=None)["ready"]()) == 1


def test_middleware(fake: FakePage) -> None:
    """What it changes is sent, what it drops is not, and the host gets its context back."""
    plugin = loaded()

    def change(given: Any) -> None:
        event = given["payload"]["obj"]["event"]
        given["payload"]["obj"]["event"] = given["integration"] + event
        given["next"](None if event == "drop" else given["payload"])

    plugin["addMiddleware"](change)
    for name in ("drop", "x"):
        context, answer = call(plugin, "track", event=name)
        assert answer is context
    assert [one[2] for one in fake.commands[START:]] == ["Piwikx"]


def test_five_functions_at_once(fake: FakePage) -> None:
    """Each sees the call, in their order."""
    plugin = loaded()

    def marking(mark: str) -> Any:
        def add(given: Any) -> None:
            given["payload"]["obj"]["event"] += mark
            given["next"](given["payload"])

        return add

    plugin["addMiddleware"](*(marking(mark) for mark in "abcde"))
    call(plugin, "track", event="x")
    assert fake.commands[-1][2] == "xabcde"


def test_traits_of_a_login(fake: FakePage) -> None:
    """A login tells its traits, and loading is done at once."""
    plugin = piwik({**SETTINGS, "dimensions": {"traits.plan": 2}})
    assert plugin["load"]() is None
    call(plugin, "identify", userId="u", traits={"plan": "pro"})
    call(plugin, "page", userId="u")
    assert fake.commands[-1] == ["trackPageView", None, {"dimension2": "pro"}]


def test_middleware_that_throws(fake: FakePage) -> None:
    """The host is told, and nothing is sent."""
    plugin = loaded()
    plugin["addMiddleware"](lambda given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call(plugin, "track", event="x")
    assert len(fake.commands) == START


def test_consent(fake: FakePage) -> None:
    """A call waits for a consent that is given on the plugin."""
    plugin = loaded(consent="load")
    call(plugin, "page")
    assert fake.commands == []
    plugin["consent"]["give"]()
    assert fake.commands[-1] == ["trackPageView"]


def test_a_page_call_that_is_dropped(fake: FakePage) -> None:
    """A call of which nothing is left is none, though a page call could do without anything."""
    plugin = loaded()
    plugin["addMiddleware"](lambda given: None)
    call(plugin, "page")
    assert len(fake.commands) == START


@pytest.mark.usefixtures("swallowing")
def test_a_call_that_breaks_something(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens in ours, the host gets its context back."""
    plugin = loaded()
    monkeypatch.setattr("paqbridge.calls.message.event_of", None)
    context, answer = call(plugin, "page")
    assert answer is context


def test_the_address_of_a_calls_moment(fake: FakePage) -> None:
    """The host's URL has no hash; it tells of each call as it is made, before it hands it over."""
    heard: dict[str, Any] = {}
    fake.location.href = "https://shop.example/"
    plugin = piwik(SETTINGS)
    for _ in range(2):
        plugin["load"]({}, {"on": lambda name, hear: heard.setdefault(name, hear)})
    fake.tracker_arrives()
    context = {"event": {"type": "page", "properties": {"url": "https://shop.example/"}}}
    fake.location.href = "https://shop.example/#/shirts"
    heard["dispatch_start"](context)
    fake.location.href = "https://shop.example/#/cart"
    plugin["page"](context)
    assert ["setCustomUrl", "https://shop.example/#/shirts"] in fake.commands
