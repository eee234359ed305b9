"""The smaller methods of the whole ``analytics``."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.methods import STUBS
from tests.support.fake_elements import Element, Event, Window
from tests.support.fake_page import FakePage

Methods = dict[str, Any]
SETTINGS = {"siteId": 1, "serverUrl": "https://m.example"}


def test_pageview(fake: FakePage, analytics: Methods) -> None:
    """Segment's oldest page call, as the page has ``page`` by then; the path is the argument."""
    given: list[Any] = []
    analytics["page"] = lambda *said: given.append([*said])
    analytics["pageview"]("/a", 1, 2, 3)
    analytics["pageview"]()
    assert given == [[{"path": "/a"}, 1, 2, 3], [None, None, None, None]]


def test_a_group_that_is_asked_for(analytics: Methods) -> None:
    """Without arguments, those of a snippet aside, nothing is sent."""
    analytics["group"]("g", {"size": 5})
    for group in (analytics["group"](), analytics["group"]({"__t": "bpc"})):
        assert (group["id"](), group["traits"]()) == ("g", {"size": 5})


def test_people(analytics: Methods) -> None:
    """The methods that pages call on the visitor."""
    user = analytics["user"]()
    assert user is analytics["user"]() is user["load"]()
    user["identify"]("u", {"a": 1})
    assert (user["id"](), user["traits"](), user["properties"]()) == ("u", {"a": 1}, {"a": 1})
    assert user["save"]() is True
    assert analytics["setAnonymousId"]("A") == "A" == user["anonymousId"]()
    assert user["traits"]({"b": 2}) == user["traits"]() == {"b": 2}
    user["logout"]()
    assert (user["id"](), user["traits"]()) == (None, {})
    user["id"]("v")
    user["reset"]()
    assert user["id"]() is None


@pytest.mark.parametrize(
    ("what", "stored"),
    [(None, "analytics:*"), ("loader", "analytics:loader"), ("", "analytics:*"), (5, "analytics:5"),
     (True, "analytics:true"), ({}, "analytics:*"), (False, None)],
)  # fmt: skip
def test_debug(fake: FakePage, analytics: Methods, what: Any, stored: str | None) -> None:
    """It switches on what Segment's classic libraries print, or off."""
    fake.localStorage.items["debug"] = "before"
    analytics["debug"](what)
    assert fake.localStorage.items.get("debug") == stored


def test_use(analytics: Methods) -> None:
    """A function gets ``analytics``, which is the answer; anything else is passed over."""
    seen: list[Any] = []
    assert analytics["use"](seen.append) is analytics
    assert analytics["use"]({}) is analytics
    assert seen == [analytics]


@pytest.mark.parametrize("name", STUBS)
def test_what_there_is_no_use_for(fake: FakePage, analytics: Methods, name: str) -> None:
    """It says so, once, and answers as Segment's does."""
    for _ in range(2):
        assert analytics[name]() is analytics
    assert fake.warnings == [f"paqbridge: {name}: there is no such thing here, received"]


def test_ready(fake: FakePage, analytics: Methods) -> None:
    """Each callback is called once, when the tracker is there."""
    told: list[int] = []
    analytics["ready"](lambda: told.append(1))
    analytics["load"](SETTINGS)
    fake.run_timers(0)
    assert told == []
    fake.tracker_arrives()
    fake.run_timers(0)
    analytics["ready"](lambda: told.append(2))
    fake.run_timers(0)
    assert told == [1, 2]


def test_the_promise_of_ready(fake: FakePage, analytics: Methods) -> None:
    """It is kept with nothing once the tracker is there."""
    kept = analytics["ready"]()
    analytics["load"](SETTINGS)
    assert kept == []
    fake.tracker_arrives()
    fake.run_timers(0)
    (nothing,) = kept
    assert nothing() is None


@pytest.mark.parametrize("before", range(1, 6))
def test_a_group_that_a_snippet_has_kept(analytics: Methods, before: int) -> None:
    """What is noted of the page comes last, behind however many arguments."""
    analytics["load"](SETTINGS)
    given = ["g", {"t": 1}, {"o": 2}, print, "more"][:before]
    (context,) = analytics["group"](*given, {"__t": "bpc", "t": "Then"})
    assert context()["event"]["context"]["page"]["title"] == "Then"


def test_all_arguments_of_a_group(fake: FakePage, analytics: Methods) -> None:
    """Id, traits, options and callback, as of any call; what a group keeps can be asked for."""
    analytics["load"](SETTINGS)
    seen: list[Any] = []
    (context,) = analytics["group"]("g", {"t": 1}, {"o": 2}, seen.append)
    message = context()["event"]
    assert (message["groupId"], message["traits"]) == ("g", {"t": 1})
    assert message["context"]["o"] == 2
    fake.run_timers(300)
    assert [context["event"]["groupId"] for context in seen] == ["g"]
    assert analytics["user"]()["id"]("u") == analytics["user"]()["id"]() == "u"
    assert analytics["user"]()["options"]


@pytest.mark.parametrize("name", ["trackLink", "trackClick"])
def test_links(window: Window, analytics: Methods, name: str) -> None:
    """They call the page's own ``track``, with name, properties and options."""
    calls: list[Any] = []
    analytics["load"](SETTINGS)
    analytics["track"] = lambda *said: calls.append(said[:3])
    link = Element("a", window.document, href="/next")
    assert len(analytics[name](link, "Followed", {"p": 1}, {"o": 2})) == 1
    Event("click", link).happen()
    assert calls == [("Followed", {"p": 1}, {"o": 2})]


def test_listeners(analytics: Methods) -> None:
    """``on``, ``once``, ``off`` and ``emit`` belong together."""
    heard: list[Any] = []

    def hear(said: Any) -> None:
        heard.append(said)

    analytics["on"]("e", hear)
    analytics["once"]("e", lambda said: heard.append("once"))
    analytics["emit"]("e", 1)
    analytics["emit"]("e", 2)
    analytics["off"]("e", hear)
    analytics["emit"]("e", 3)
    assert heard == [1, "once", 2]


def test_consent_is_there(fake: FakePage, analytics: Methods) -> None:
    """What is said before ``load`` counts from there on."""
    analytics["consent"]["give"]()
    analytics["load"]({**SETTINGS, "consent": "load"})
    analytics["page"]()
    assert fake.commands[-1] == ["trackPageView"]
