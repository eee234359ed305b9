"""Where the settings document is, how it is fetched, and whose word it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paqbridge import host
from paqbridge.kits.full_standalone import FULL_STANDALONE, WHOLE
from paqbridge.source.settings_document import (
    LIMIT,
    MOST,
    SEE,
    document_url,
    fetch_document,
    is_trusted,
)
from tests.support.fake_page import FakePage, under_host
from tests.support.standalone import standalone

PAGE = "https://shop.example.org/shirts/blue?x=1"
URL = "https://shop.example.org/settings.json"
SCRIPT = "https://cdn.example.org/t/analytics.js/v1/KEY-1/analytics.min.js"
GIVEN = {"siteId": 1, "serverUrl": "https://m.example", "settingsUrl": "/settings.json"}


class Net:
    """What the page fetches: an answer is for the test to give, when it likes."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.hear: Callable[[Any], object] = lambda text: None
        self.ended = 0

    def fetch(self, address: str, hear: Callable[[Any], object]) -> Callable[[], object]:
        """Begin; return what ends the wait."""
        self.asked.append(address)
        self.hear = hear
        return self.end

    def end(self) -> None:
        """Count that the wait has been ended."""
        self.ended += 1


@pytest.fixture
def net(fake: FakePage) -> Net:
    """The network of a shop's page."""
    net = Net()
    fake.location.href = PAGE
    fake.fetch = net.fetch
    return net


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("/settings.json", URL),
        ("more.json", "https://shop.example.org/shirts/more.json"),
        ("//CDN.example.org:443/s", "https://cdn.example.org/s"),
        ("https://cdn.example.org", "https://cdn.example.org/"),
        ("http://:80/", "http://:80/"),
        (5, "https://shop.example.org/shirts/5"),
        (True, "https://shop.example.org/shirts/true"),
    ],
)
def test_settings_url(said: Any, url: str, net: Net) -> None:
    """It is resolved against the page, and comes before the path of the script; what is no URL is
    asked for all the same, since the browser's refusal is warned of."""
    assert document_url(said, SCRIPT, "") == url


PLACES: list[tuple[str, str | None]] = [
    (SCRIPT, "https://cdn.example.org/t/v1/projects/KEY-1/settings"),
    (
        "http://localhost:8000/analytics.js/v1/a%20b/analytics.full.min.js?v=2",
        "http://localhost:8000/v1/projects/a%20b/settings",
    ),
    ("https://cdn.segment.com/analytics.js/v1/KEY/analytics.min.js", None),
    ("https://CDN.segment.com./analytics.js/v1/KEY/analytics.min.js", None),
    ("https://segment.io:8443/analytics.js/v1/KEY/analytics.min.js", None),
    ("https://u:p@segment.com/analytics.js/v1/KEY/analytics.min.js", None),
    (
        "https://nosegment.com/analytics.js/v1/K/analytics.js",
        "https://nosegment.com/v1/projects/K/settings",
    ),
    (
        "https://segment.com.example/analytics.js/v1/K/analytics.js",
        "https://segment.com.example/v1/projects/K/settings",
    ),
    ("https://cdn.example.org/dist/analytics.min.js", None),
    ("https://cdn.example.org/?/analytics.js/v1/KEY/analytics.min.js", None),
    ("https://cdn.example.org/analytics.js/v1/KEY/other.js", None),
    ("https://cdn.example.org/analytics.js/v1/KEY/more/analytics.js", None),
    ("", None),
]


@pytest.mark.parametrize(("script", "url"), PLACES)
@pytest.mark.parametrize("said", [None, "", False, {}])
def test_the_path_of_segments_snippet(said: Any, script: str, url: str | None) -> None:
    """A script at the address of the snippet has its document beside it; Segment is not asked."""
    assert document_url(said, script, None) == url


def test_the_write_key() -> None:
    """The page's key comes before that of the address, and never leaves its place in the path."""
    url = document_url(None, SCRIPT, "../../other?")
    assert url == "https://cdn.example.org/t/v1/projects/..%2F..%2Fother%3F/settings"


@pytest.mark.parametrize(
    ("script", "url"),
    [
        ("https://cdn.example.org/js/a.js?v=1", "https://cdn.example.org/v1/projects/K/settings"),
        ("https://cdn.segment.com/js/a.js", None),
        ("", None),
    ],
)
def test_a_script_elsewhere(script: str, url: str | None) -> None:
    """Where the page says the key, the script may have any address: its host has the document."""
    assert document_url(None, script, "K") == url


@pytest.mark.parametrize(
    ("url", "is_here"),
    [
        (URL, True),
        ("https://cdn.example.org/x.json", True),
        ("http://shop.example.org/settings.json", False),
        ("https://shop.example.org:8443/settings.json", False),
        ("https://shop.example.org@evil.example/settings.json", False),
        ("https://shop.example.org.evil.example/", False),
        ("https://evil.example/https://shop.example.org/", False),
        ("data:application/json,{}", False),
        ("blob:https://shop.example.org/1", False),
        ("", False),
    ],
)
def test_whose_word_it_is(url: str, is_here: bool, net: Net) -> None:
    """Page and script are trusted by their whole origin: scheme, host and port."""
    assert is_trusted(url, SCRIPT) is is_here


def test_a_page_without_an_origin(fake: FakePage) -> None:
    """In a sandbox everything is elsewhere, also what has no origin either."""
    assert [is_trusted(url, "") for url in ("about:blank", "data:,{}", URL)] == [False] * 3


TROUBLES: list[tuple[Any, str]] = [
    (False, "missing"),
    ("", "no JSON"),
    ("<!doctype html>", "no JSON"),
    ("{", "no JSON"),
    ("[]", "no object"),
    ("5", "no object"),
    ('"text"', "no object"),
    (json.dumps({"siteId": "9" * MOST}), "too large"),
]


@pytest.mark.parametrize(("text", "trouble"), TROUBLES)
def test_no_document(text: Any, trouble: str, net: Net, fake: FakePage) -> None:
    """What cannot be used is told once, with the reason, and never used."""
    seen: list[Any] = []
    fetch_document(URL, 2000, seen.append)
    net.hear(text)
    net.hear('{"siteId": 9}')
    fake.run_timers(5000)
    assert seen == [None]
    assert len(fake.warnings) == 1
    assert f"is {trouble}: see docs/" in fake.warnings[0]


def test_a_document(net: Net, fake: FakePage) -> None:
    """It arrives whole, and nothing is said; the largest one, too."""
    seen: list[Any] = []
    text = json.dumps({"x": "9" * (MOST - 9)})
    fetch_document(URL, 2000, seen.append)
    fake.run_timers(1999)
    net.hear(text)
    fake.run_timers(5000)
    assert len(text) == MOST
    assert (seen, fake.warnings, net.asked) == ([json.loads(text)], [], [URL])


def test_a_late_document(net: Net, fake: FakePage) -> None:
    """When the time is over it is waited for no longer, and its request is ended."""
    seen: list[Any] = []
    fetch_document(URL, 2000, seen.append)
    fake.run_timers(1999)
    assert (seen, net.ended) == ([], 0)
    fake.run_timers(1)
    net.hear('{"siteId": 9}')
    assert (seen, net.ended) == ([None], 1)
    assert [text.split(":")[1] for text in fake.warnings] == [" the settings document is late"]


def test_a_browser_that_cannot_fetch(fake: FakePage) -> None:
    """Where the page has no fetch, or it throws, the document is missing."""
    seen: list[Any] = []
    warned: list[Any] = []
    fake.console.warn = lambda *said: warned.append(said)
    fetch_document(URL, 2000, seen.append)
    fake.run_timers(2000)
    text = f"paqbridge: the settings document is missing{SEE}, received"
    assert (seen, warned) == ([None], [(text, URL)])


@given(st.text() | st.sampled_from(['{"a": 1}', "[1]", "null", "NaN"]) | st.booleans())
def test_whatever_arrives(text: Any) -> None:
    """One answer, whatever a server sends: an object, or None and one warning."""
    with under_host(FakePage()) as fake:
        net, seen = Net(), []
        fake.fetch = net.fetch
        fetch_document(URL, 2000, seen.append)
        net.hear(text)
        assert len(seen) == 1
        assert isinstance(seen[0], dict) or len(fake.warnings) == 1


def made() -> Any:
    """Make a full standalone that no page has yet."""
    return standalone(FULL_STANDALONE, WHOLE)


def test_calls_wait_for_the_document(net: Net, fake: FakePage) -> None:
    """They leave in their order, after a start with the settings of both."""
    analytics = made()
    analytics["load"]({**GIVEN, "goals": {"Left": 1}})
    analytics["track"]("Paid")
    analytics["load"](GIVEN)
    assert (fake.commands, net.asked) == ([], [URL])
    net.hear('{"siteId": 9, "goals": {"Paid": 3}, "linkTracking": false, "consent": "none"}')
    assert [command[:2] for command in fake.commands] == [
        ["setSiteId", 1],
        ["setTrackerUrl", "https://m.example/piwik.php"],
        ["trackEvent", "All"],
    ]
    assert len(fake.warnings) == 2


def test_without_a_document(fake: FakePage) -> None:
    """Who names none starts at once, once."""
    analytics = made()
    for site in (1, 2):
        analytics["initialize"]({"Piwik": {"siteId": site, "serverUrl": "https://m.example"}})
    assert [command[1] for command in fake.commands if command[0] == "setSiteId"] == [1]


def test_the_origin_of_the_script(net: Net, fake: FakePage) -> None:
    """A document from where our script came from may say where hits go."""
    host.running = SimpleNamespace(src="https://cdn.example.org/analytics.full.min.js", text="")
    made()["load"]({"siteId": 1, "settingsUrl": "https://cdn.example.org/s.json"})
    net.hear('{"serverUrl": "https://m.example"}')
    assert ["setTrackerUrl", "https://m.example/piwik.php"] in fake.commands


CDN = "https://cdn.example.org/analytics.full.min.js"


@pytest.mark.parametrize(
    ("key", "stub", "asked"),
    [
        ("KEY-1", "KEY-2", "KEY-1"),
        ({"writeKey": "KEY-1"}, "KEY-2", "KEY-1"),
        ({"goals": {}}, "KEY-2", "KEY-2"),
        ({"goals": {}}, None, None),
    ],
)
def test_whose_key_counts(key: Any, stub: Any, asked: str | None, net: Net) -> None:
    """That of ``load``, or that which Segment's snippet has left on the stub."""
    host.running = SimpleNamespace(src=CDN, text="")
    analytics = made()
    analytics["_writeKey"] = stub
    analytics["load"](key)
    urls = [f"https://cdn.example.org/v1/projects/{asked}/settings"] if asked else []
    assert net.asked == urls


def test_a_document_that_the_page_has(net: Net, fake: FakePage) -> None:
    """As in analytics-next, ``cdnSettings`` stands for the one that would be fetched."""
    host.running = SimpleNamespace(src=CDN, text="")
    document = {"integrations": {"Matomo": {"siteId": 7, "serverUrl": "https://m.example"}}}
    made()["load"]({"writeKey": "KEY", "cdnSettings": document})
    assert (net.asked, fake.commands[0]) == ([], ["setSiteId", 7])


def test_nothing_is_fetched_where_nothing_starts(net: Net) -> None:
    """What is switched off needs no document."""
    made()["load"](GIVEN, {"integrations": {"All": False}})
    assert net.asked == []


def test_a_document_that_does_not_come(net: Net, fake: FakePage) -> None:
    """The page's own settings count, when the time is over."""
    made()["load"](GIVEN)
    fake.run_timers(LIMIT - 1)
    assert (net.ended, fake.commands) == (0, [])
    fake.run_timers(1)
    assert net.ended == 1
    assert ["setSiteId", 1] in fake.commands


def test_functions_in_the_options(net: Net, fake: FakePage) -> None:
    """They see the document, which counts, and the other options are as without them."""
    seen: list[Any] = []
    fake.location.href = PAGE + "&ajs_event=Asked"
    fake.location.search = "?ajs_event=Asked"
    own = {**GIVEN, "persistTraits": True}
    analytics = made()
    named = {"integrations": {"Piwik": own}}
    analytics["load"]("KEY", {**named, "queryString": True, "disable": seen.append})
    net.hear('{"plan": {"a": 1}, "integrations": {"Piwik": {"goals": {"Paid": 3}}}}')
    assert seen[0]["plan"] == {"a": 1}
    analytics["track"]("Paid")
    commands = [command[:3] for command in fake.commands]
    assert ["trackGoal", 3, None] in commands
    assert ["trackEvent", "All", "Asked"] in commands
    analytics["identify"]("u", {"a": 1})
    assert fake.localStorage.items["ajs_user_traits"] == '{"a":1}'


def test_functions_let_pass_what_is_off(net: Net, fake: FakePage) -> None:
    """A yes of theirs is none to what the options switch off."""
    options = {"integrations": {"All": False, "Matomo": {}}, "disable": lambda document: False}
    analytics = made()
    analytics["load"](GIVEN, options)
    net.hear("{}")
    analytics["track"]("E", {}, {"integrations": {"All": False}})
    assert [command for command in fake.commands if command[0] == "trackEvent"] == []
