"""Putting the whole ``analytics`` on the page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge import host
from paqbridge.kits.full_standalone import FULL_STANDALONE, WHOLE
from paqbridge.source.install_whole import install_whole, start_of
from paqbridge.source.methods import create_whole
from paqbridge.source.owner import Owner
from tests.support.fake_page import FakePage
from tests.unit.source.test_analytics import SimpleStub, Texts

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}


class Whole:
    """An ``analytics`` that notes how it is called."""

    def __init__(self) -> None:
        self.calls: list[Any] = []
        names = ("load", "track", "page", "register", "on", "once", "setAnonymousId")
        more = ("addSourceMiddleware", "addDestinationMiddleware", "addIntegrationMiddleware")
        self.analytics: dict[str, Any] = {name: self.noting(name) for name in (*names, *more)}
        self.owner = Owner(self.analytics)

    def noting(self, name: str) -> Any:
        """Return a method of that name."""

        def method(*given: Any) -> None:
            self.calls.append([name, *given])

        return method

    def install(self) -> list[Any]:
        """Put it on the page; return how it was called."""
        whole: Any = {"analytics": self.analytics, "owner": self.owner}
        install_whole(whole)
        return self.calls


@pytest.fixture
def whole(fake: FakePage) -> Whole:
    """Return one that is not on the page yet."""
    return Whole()


def test_the_real_one(fake: FakePage) -> None:
    """Its methods are the page's, and follow what a stub has queued."""
    fake.analytics = SimpleStub([["track", "E"], ["load", GIVEN]])
    install_whole(create_whole(FULL_STANDALONE, WHOLE))
    assert fake.commands[-1][:3] == ["trackEvent", "All", "E"]


def test_a_stub_with_methods(fake: FakePage, whole: Whole) -> None:
    """Segment's is an array whose methods queue: no other library."""
    stub: Any = SimpleStub([["page"]])
    stub.track = print
    fake.analytics = stub
    assert (whole.install(), fake.warnings) == ([["page"]], [])


def test_routes_are_numbered(fake: FakePage, whole: Whole) -> None:
    """All of them before the first call is made: what a snippet has not noted has no number."""
    moments: list[Any] = [{"__t": "bpc", "u": url} for url in ("/a", "/b", "/a", "/a")]
    fake.analytics = SimpleStub([*(["page", "N", one] for one in moments), ["page", {"u": "/c"}]])
    calls = whole.install()
    assert [one["route"] - host.latest_route() for one in moments] == [-2, -1, 0, 0]
    assert calls[-1] == ["page", {"u": "/c"}]


def test_nothing_is_there(fake: FakePage, whole: Whole) -> None:
    """It is the page's, takes calls by ``push``, and gives the place back."""
    assert whole.install() == []
    assert fake.analytics is whole.owner.current()
    own: Any = fake.analytics
    own["push"](["track", "E"])
    assert whole.calls == [["track", "E"]]
    assert own["noConflict"]() is own
    assert fake.analytics is None


def test_over_a_stub(fake: FakePage, whole: Whole) -> None:
    """The stub stays; what counts for all its calls goes first, the others in their order."""
    first = ["once", "on", "register", "setAnonymousId", "addSourceMiddleware"]
    queued = [["page"], ["load", GIVEN], ["track", "E"], *([name, 1] for name in first)]
    stub = fake.analytics = SimpleStub([*queued, ["nothing"], 5])
    assert whole.install() == [*([name, 1] for name in first), *queued[:3]]
    assert fake.analytics is stub is whole.owner.current()
    assert (list(stub), stub.members["track"]) == ([], whole.analytics["track"])


@pytest.mark.parametrize("name", ["addDestinationMiddleware", "addIntegrationMiddleware"])
def test_no_call_passes_by_a_hook(fake: FakePage, whole: Whole, name: str) -> None:
    """Hooks come before the start as well."""
    fake.analytics = SimpleStub([["track", "E"], [name, 1]])
    assert [call[0] for call in whole.install()] == [name, "track"]


def test_settings_of_the_script(fake: FakePage, whole: Whole) -> None:
    """It is started as its element says, behind the hooks, before the calls."""
    texts = Texts({"siteId": "7", "serverUrl": "//m"})
    host.running = SimpleNamespace(dataset=texts, src="", nonce="", text="")
    fake.analytics = SimpleStub([["page"], ["on", 1]])
    settings = {"Piwik": {"siteId": "7", "serverUrl": "//m"}}
    assert whole.install() == [["on", 1], ["load", settings, None], ["page"]]


def test_another_name(fake: FakePage, whole: Whole) -> None:
    """Segment's snippet may name the global otherwise."""
    texts = Texts({"globalSegmentAnalyticsKey": "own"})
    host.running = SimpleNamespace(dataset=texts, src="", nonce="", text="")
    whole.install()
    assert (fake["own"], fake.analytics) == (whole.owner.current(), None)


def test_a_name_beside_a_site(fake: FakePage, whole: Whole) -> None:
    """The element of a text that a library runs says the name with a site."""
    texts = {"siteId": "7", "serverUrl": "//m", "globalSegmentAnalyticsKey": "own"}
    script = SimpleNamespace(dataset=Texts(texts), src="", nonce="", text="")
    fake.document.scripts.append(script)
    whole.install()
    assert fake["own"] is whole.owner.current()


def test_another_library(fake: FakePage, whole: Whole) -> None:
    """It stays, with a warning; an element that is called so is none."""
    received: list[Any] = []

    def warn(text: str, given: Any) -> None:
        fake.warnings.append(text)
        received.append(given)

    fake.console.warn = warn
    fake.analytics = other = {"track": print}
    assert whole.install() == []
    assert (fake.analytics, len(fake.warnings)) == (other, 1)
    assert fake.warnings[0].startswith("paqbridge: window.analytics is another library")
    assert received == [other]
    element = fake.analytics = SimpleNamespace(tagName="DIV")
    whole.install()
    own: Any = fake.analytics
    assert (own, len(fake.warnings)) == (whole.owner.current(), 1)
    assert own["noConflict"]() is own
    assert fake.analytics is element


def test_a_second_copy(fake: FakePage, whole: Whole) -> None:
    """One that is there, of whatever version, goes on alone."""
    fake.analytics = other = {"VERSION": "0.0.1"}
    whole.install()
    assert (fake.analytics, fake.warnings) == (other, [])


def test_on_a_server(whole: Whole) -> None:
    """There is no page to put it on."""
    host.page = None
    assert whole.install() == []
    assert "push" not in whole.analytics


OPTIONS = {"integrations": {"Piwik": {"siteId": 1, "goals": {}}, "Other": {}}, "a": 1}


@pytest.mark.parametrize(
    ("stub", "said", "settings"),
    [
        ({}, None, None),
        ({"invoked": False, "_loadOptions": OPTIONS}, None, None),
        ({"SNIPPET_VERSION": "2.0.9"}, None, {}),
        ({"ab": print}, None, {}),
        ({"invoked": True, "_loadOptions": OPTIONS}, None, {"siteId": 1, "goals": {}}),
        ({"invoked": True}, None, {}),
        ({"_loadOptions": OPTIONS}, {"siteId": "2"}, {"siteId": "2", "goals": {}}),
    ],
)
def test_a_start_that_is_not_queued(stub: Any, said: Any, settings: Any) -> None:
    """Segment's snippets keep their options only; what the script's element says goes before."""
    expected = ["load", {"Piwik": settings}, stub.get("_loadOptions")]
    assert start_of(stub, said) == (None if settings is None else expected)


def test_a_snippet_behind_this_script(fake: FakePage, whole: Whole) -> None:
    """Its methods push what they are called with: ours are called, once, with the page's facts."""
    whole.install()
    own: Any = whole.owner.current()
    moment = {"__t": "bpc"}
    for name in ("track", "page"):
        own[name] = lambda *given, name=name: own["push"]([name, *given, moment])
    whole.calls.clear()
    own["track"]("E", {"a": 1})
    own["page"]()
    own["track"]("E")
    assert whole.calls == [
        ["track", "E", {"a": 1}, moment],
        ["page", moment],
        ["track", "E", moment],
    ]


def test_calls_of_a_wrapper_in_the_middle_of_a_call(fake: FakePage, whole: Whole) -> None:
    """Another call, with the same argument too, is made of the method that the page has by now."""
    whole.install()
    own: Any = whole.owner.current()

    def track(*given: Any) -> None:
        own["push"](["page", *given])
        own["push"](["track", *given])

    own["track"] = track
    own["push"](["track", "E"])
    assert whole.calls == [["page", "E"], ["track", "E"]]
