"""The plugin for the npm package ``analytics`` on CPython; the hosts' tests run the real one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.hosts.getanalytics import STORED, create_plugin, message_of
from paqbridge.kits.full import FULL
from tests.support.fake_page import FakePage

SETTINGS = {"siteId": 1, "serverUrl": "https://m.example", "newVisitOnReset": True}
START = 3


def piwik(settings: Any) -> Any:
    """Create a plugin as a page does, by a function that is made anew."""
    return create_plugin(FULL)(settings)


def begun(**more: Any) -> Any:
    """Create a plugin and let the host initialize it."""
    plugin = piwik({**SETTINGS, **more})
    plugin["initialize"]({})
    return plugin


def call(plugin: Any, kind: str, options: Any = None, **payload: Any) -> None:
    """Let the host hand over one call."""
    plugin[kind]({"payload": {"type": kind, "options": options or {}, **payload}})


def test_what_the_host_looks_at(fake: FakePage) -> None:
    """Its name and settings; it counts as loaded at once, since the host would hold calls back."""
    plugin = piwik(SETTINGS)
    assert (plugin["name"], plugin["config"], plugin["loaded"]()) == ("matomo", SETTINGS, True)
    assert fake.commands == []


def test_each_call(fake: FakePage) -> None:
    """Each method is the call of its name; names are among the properties."""
    plugin = begun(pageTitle="name", dimensions={"traits.plan": 2, "context.locale": 3})
    call(plugin, "page", properties={"category": "Shop", "name": "Home"})
    call(plugin, "identify", userId="u", traits={"plan": "pro"})
    call(plugin, "track", {"context": {"locale": "fr"}}, event="x", properties={"label": "l"})
    assert fake.commands[START:] == [
        ["setDocumentTitle", "Shop Home"],
        ["trackPageView"],
        ["setUserId", "u"],
        ["trackEvent", "All", "x", "l", None, {"dimension2": "pro", "dimension3": "fr"}],
    ]


def test_a_call_before_initialize(fake: FakePage) -> None:
    """The host lets calls come first: the first starts it, and initialize no second time."""
    plugin = piwik(SETTINGS)
    call(plugin, "page")
    plugin["initialize"]({})
    names = [one[0] for one in fake.commands]
    assert names == ["setSiteId", "setTrackerUrl", "enableLinkTracking", "trackPageView"]


def test_filters(fake: FakePage) -> None:
    """The host's plugins, Segment's integrations and the context switch it off and on."""
    plugin = begun()
    own = {"Piwik": {"customVars": {"1": ["n", "v"]}}}
    for options in (
        {"plugins": {"piwik": False}},
        {"integrations": {"All": False}},
        {"integrations": {"matomo": False}},
        {"context": {"All": False}},
    ):
        call(plugin, "track", options, event="off")
    call(plugin, "track", {"plugins": {"all": False, "matomo": True}}, event="a")
    call(plugin, "track", {"integrations": own}, event="b")
    names = [one[0] for one in fake.commands[START:]]
    assert names == ["trackEvent", "setCustomVariable", "trackEvent"]


def test_a_reset(fake: FakePage) -> None:
    """It is a logout of the user of this page."""
    plugin = begun()
    call(plugin, "identify", userId="u")
    plugin["reset"](None)
    assert fake.commands[START:] == [["setUserId", "u"], ["resetUserId"]]


def test_a_reset_of_an_earlier_login(fake: FakePage) -> None:
    """The host kept the user from an earlier page: after its reset a new visit begins, once."""
    fake.localStorage.items[STORED] = '"u"'
    plugin = begun(rememberUser=False)
    plugin["reset"](None)
    plugin["reset"](None)
    call(plugin, "track", event="nobody")
    assert [one[0] for one in fake.commands[START:]] == [
        "resetUserId",
        "appendToTrackingUrl",
        "trackEvent",
        "appendToTrackingUrl",
    ]


def test_a_reset_of_nobody(fake: FakePage) -> None:
    """Nobody can log out, though the host may know by then who logs in next."""
    plugin = begun(ecommerce=True)
    call(plugin, "track", event="Product Added", properties={"sku": "a", "price": 2})
    before = len(fake.commands)
    plugin["reset"]({"instance": SimpleNamespace(user={"userId": "u"}.get)})
    call(plugin, "identify", userId="u")
    assert fake.commands[before:] == [["setUserId", "u"]]


def test_consent(fake: FakePage) -> None:
    """A call waits for a consent that is given on the plugin."""
    plugin = begun(consent="load")
    call(plugin, "page")
    assert fake.commands == []
    plugin["consent"]["give"]()
    assert fake.commands[-1] == ["trackPageView"]


def test_nothing_is_thrown(fake: FakePage) -> None:
    """Calls without a payload, and settings that are none, hurt nobody."""
    plugin = piwik(None)
    for kind in ("initialize", "page", "identify", "track", "reset"):
        plugin[kind](None)
    assert fake.commands == []


@pytest.mark.usefixtures("swallowing")
def test_a_call_that_breaks_something(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens in ours, the host would keep a call that throws from other plugins."""
    plugin = begun()
    monkeypatch.setattr("paqbridge.calls.message.address_of", None)
    for kind in ("page", "identify", "track"):
        call(plugin, kind)
    plugin["reset"](None)
    assert len(fake.commands) == START


def test_a_login_of_an_earlier_page(fake: FakePage) -> None:
    """Whom the host has kept is the user before any call says so, who may be remembered."""
    fake.localStorage.items[STORED] = '"u"'
    call(begun(rememberUser=True), "page")
    assert fake.commands[START:] == [["setUserId", "u"], ["trackPageView"]]


def test_a_message() -> None:
    """What the host names otherwise has Segment's names; only a login has a user of its own."""
    options = {"plugins": {"piwik": True}, "context": {"a": 1}}
    payload = {"event": "x", "userId": "u", "meta": {"ts": 5}, "options": options}
    message: Any = message_of("track", payload)
    assert (message["event"], message["timestamp"], message["userId"]) == ("x", 5, None)
    assert (message["context"], message["places"][0]) == ({"a": 1}, {"piwik": True})
    assert message_of("identify", payload)["userId"] == "u"


def test_the_address_of_a_calls_moment(fake: FakePage) -> None:
    """The host's URL has no hash; it tells of each call as it is made, before it hands it over."""
    heard: dict[str, Any] = {}
    fake.location.href = "https://shop.example/"
    plugin = piwik(SETTINGS)
    plugin["initialize"]({"instance": SimpleNamespace(on=heard.setdefault)})
    fake.tracker_arrives()
    payload = {"properties": {"url": "https://shop.example/"}, "meta": {"rid": "1"}}
    fake.location.href = "https://shop.example/#/shirts"
    heard["pageStart"]({"payload": payload})
    fake.location.href = "https://shop.example/#/cart"
    plugin["page"]({"payload": payload})
    assert ["setCustomUrl", "https://shop.example/#/shirts"] in fake.commands
