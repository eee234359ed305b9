"""The start of a whole ``analytics``: what settings and options switch on."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.fake_elements import Element, Event, Window
from tests.support.fake_page import FakePage

SETTINGS = {"siteId": 1, "serverUrl": "https://m.example"}


def load(analytics: dict[str, Any], given: list[dict[str, Any]]) -> None:
    """Load with settings and options, each where Segment's snippet has them."""
    settings, options = given
    analytics["load"]("KEY", {"integrations": {"Piwik": settings}, **options})


def tracked(fake: FakePage) -> list[str]:
    """Return what has been tracked, by the commands' names."""
    return [command[0] for command in fake.commands if command[0].startswith("track")]


def test_calls_wait_for_load(fake: FakePage, analytics: dict[str, Any]) -> None:
    """They leave in their order, once, however often it is loaded."""
    analytics["track"]("E")
    analytics["page"]()
    assert fake.commands == []
    analytics["load"](SETTINGS)
    assert tracked(fake) == ["trackEvent", "trackPageView"]
    warned: list[Any] = []
    fake.console.warn = lambda *said: warned.append(said)
    analytics["load"](SETTINGS)
    assert tracked(fake) == ["trackEvent", "trackPageView"]
    assert warned == [("paqbridge: load: it has been loaded already, received", SETTINGS)]


def test_the_first_page(fake: FakePage, analytics: dict[str, Any]) -> None:
    """``initialPageview`` comes behind the calls that are made as soon as ``load`` is done."""
    analytics["load"](SETTINGS, {"initialPageview": True})
    analytics["track"]("E")
    assert tracked(fake) == ["trackEvent"]
    fake.run_timers(0)
    assert tracked(fake) == ["trackEvent", "trackPageView"]


@pytest.mark.parametrize(
    "options",
    [{"disable": True}, {"integrations": {"All": False}}, {"integrations": {"Piwik": False}}],
)
def test_off(fake: FakePage, analytics: dict[str, Any], options: Any) -> None:
    """Nothing is sent; who waits is told all the same."""
    told: list[str] = []
    analytics["ready"](lambda: told.append("ready"))
    analytics["on"]("initialize", lambda settings, said: told.append("initialize"))
    analytics["load"](SETTINGS, options)
    analytics["track"]("E")
    fake.run_timers(0)
    assert (fake.commands, sorted(told)) == ([], ["initialize", "ready"])


@pytest.mark.parametrize("asks", [False, True])
def test_off_beside_the_settings(fake: FakePage, analytics: dict[str, Any], asks: bool) -> None:
    """What switches off may stand there, and a function without objections switches nothing on."""
    off = {"integrations": {"All": False, "Other": {}}}
    if asks:
        analytics["load"](SETTINGS, {**off, "disable": lambda said: False})
    else:
        analytics["load"]({**SETTINGS, **off})
    analytics["track"]("E")
    assert fake.commands == []


def test_who_waits(fake: FakePage, analytics: dict[str, Any]) -> None:
    """Listeners hear of the start, with what was said, and of the tracker once it is there."""
    heard: list[Any] = []
    for name in ("initialize", "ready"):
        analytics["on"](name, lambda *said: heard.append(said))
    analytics["load"](SETTINGS, {"other": 1})
    assert heard == [(SETTINGS, {**SETTINGS, "other": 1})]
    fake.tracker_arrives()
    assert heard[1:] == [()]


def test_who_is_known(fake: FakePage, analytics: dict[str, Any]) -> None:
    """A user of an earlier page is told the tracker; a group is none."""
    fake.localStorage.items.update(ajs_user_id='"u"', ajs_group_id='"g"')
    analytics["load"](SETTINGS)
    assert fake.commands[-1] == ["setUserId", "u"]


@pytest.mark.parametrize(("key", "place"), [("settings", 0), ("options", 1)])
@pytest.mark.parametrize(
    ("limits", "calls"),
    [
        (None, ["identify", "track"]),
        (True, ["identify", "track"]),
        (False, []),
        ({"uid": re.compile("v")}, ["track"]),
    ],
)
def test_what_an_address_asks_for(
    fake: FakePage, analytics: dict[str, Any], key: str, place: int, limits: Any, calls: list[str]
) -> None:
    """Calls as the page has them by now, where it is switched on and what its limits let pass."""
    fake.location.search = "?ajs_event=Asked&ajs_uid=u&ajs_trait_a=1&ajs_prop_b=2"
    fake.location.href = "https://shop.test/" + fake.location.search
    made: list[Any] = []
    for name in ("identify", "track"):
        analytics[name] = lambda *given, name=name: made.append((name, *given))
    given: list[dict[str, Any]] = [{**SETTINGS}, {"useQueryString": limits}]
    given[place]["queryString"] = True
    load(analytics, given)
    all_calls = {"identify": ("u", {"a": "1"}), "track": ("Asked", {"b": "2"})}
    assert made == [(name, *all_calls[name]) for name in calls]


@pytest.mark.parametrize("place", [0, 1])
def test_html_events(window: Window, analytics: dict[str, Any], place: int) -> None:
    """Settings switch them on, or options."""
    given: list[dict[str, Any]] = [{**SETTINGS}, {"other": 1}]
    given[place]["htmlEvents"] = True
    calls: list[Any] = []
    load(analytics, given)
    analytics["track"] = lambda *said: calls.append(said[0])
    Event("click", Element("button", window.document, data_analytics_event="Liked")).happen()
    assert calls == ["Liked"]


@pytest.mark.parametrize("place", [0, 1])
def test_pages_of_routes(fake: FakePage, analytics: dict[str, Any], place: int) -> None:
    """Each change of the address is a page, once, as the page has the method by now."""
    heard: list[Any] = []
    pages: list[Any] = []
    fake.navigation = SimpleNamespace(
        currentEntry=1, addEventListener=lambda name, hear: heard.append(hear)
    )
    given: list[dict[str, Any]] = [{**SETTINGS}, {"other": 1}]
    given[place]["autoPages"] = True
    load(analytics, given)
    assert (len(heard), tracked(fake)) == (1, [])
    analytics["page"] = lambda *said: pages.append((fake.location.href, *said))
    for address in ("about:blank", "about:a", "about:a", "about:blank"):
        fake.location.href = address
        heard[0]()
    assert pages == [("about:a",), ("about:blank",)]


@pytest.mark.parametrize("word", [None, False, "false", "yes", 1])
def test_what_is_no_yes(
    fake: FakePage, window: Window, analytics: dict[str, Any], word: object
) -> None:
    """Nothing is watched or kept that the page has not switched on."""
    routes: list[Any] = []
    fake.navigation = SimpleNamespace(
        currentEntry=1, addEventListener=lambda name, hear: routes.append(hear)
    )
    fake.location.search = "?ajs_event=Asked"
    fake.location.href = "https://shop.test/" + fake.location.search
    names = ("queryString", "htmlEvents", "autoPages", "persistTraits")
    load(analytics, [{**SETTINGS, **dict.fromkeys(names, word)}, {}])
    analytics["identify"]("u", {"a": 1})
    heard = {name for name, _, _ in window.document.heard}
    assert (tracked(fake), routes, heard & {"click", "submit"}) == ([], [], set())
    assert fake.localStorage.items == {"ajs_user_id": '"u"'}


def test_a_dimension_of_the_browser(fake: FakePage, analytics: dict[str, Any]) -> None:
    """A call is only told of browser, campaign and page where a dimension wants that."""
    fake.navigator.language = "fr"
    analytics["track"]("Early")
    analytics["load"]({**SETTINGS, "dimensions": {"context.locale": 3, "context.page.title": 4}})
    analytics["track"]("E")
    said = {"dimension3": "fr", "dimension4": "Shop"}
    for name in ("Early", "E"):
        assert ["trackEvent", "All", name, None, None, said] in fake.commands


def test_where_settings_stand(fake: FakePage, analytics: dict[str, Any]) -> None:
    """Under the destination's name in the options, beside a write key."""
    analytics["load"]("KEY", {"integrations": {"Matomo": SETTINGS}})
    assert ["setSiteId", "1"] in fake.commands or ["setSiteId", 1] in fake.commands


def test_traits_by_setting(fake: FakePage, analytics: dict[str, Any]) -> None:
    """``persistTraits`` may stand in settings, as in options."""
    load(analytics, [{**SETTINGS, "persistTraits": True}, {}])
    analytics["identify"]("u", {"a": 1})
    assert fake.localStorage.items["ajs_user_traits"] == '{"a":1}'


def test_options_of_storing(fake: FakePage, analytics: dict[str, Any]) -> None:
    """User and group follow the options, too."""
    options = {"persistTraits": "TRUE", "user": {"localStorage": {"key": "mine"}}}
    analytics["load"](SETTINGS, options)
    analytics["identify"]("u", {"a": 1})
    assert fake.localStorage.items["mine"] == '{"a":1}'
