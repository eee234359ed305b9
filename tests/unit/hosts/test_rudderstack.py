"""The integration for RudderStack's SDK on CPython; the hosts' tests run it in the real one."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.hosts.rudderstack import create_plugin, message_of
from paqbridge.kits.full import FULL
from tests.support.fake_page import FakePage

SETTINGS = {"siteId": 1, "serverUrl": "https://m.example", "newVisitOnReset": True}
START = 3


def piwik(settings: Any) -> Any:
    """Create a plugin as a page does, by a function that is made anew."""
    return create_plugin(FULL)(settings)


def begun(**more: Any) -> Any:
    """Create an integration and let the SDK begin with it."""
    integration = piwik({**SETTINGS, **more})
    integration["init"]({}, {}, {})
    return integration


def call(integration: Any, kind: str, **message: Any) -> None:
    """Let the SDK hand over one call."""
    integration[kind]({}, {}, {"message": {"type": kind, **message}})


def test_it_begins_once(fake: FakePage) -> None:
    """Asking for readiness starts nothing; before init it is not ready, then it is at once."""
    integration = piwik(SETTINGS)
    assert (integration["isReady"](), fake.commands) == (False, [])
    integration["init"]()
    integration["init"]()
    assert (integration["isReady"](), len(fake.commands)) == (True, START)
    assert len(fake.document.scripts) == 1


def test_each_call(fake: FakePage) -> None:
    """Each method is the call of its name; a login has its traits in the context."""
    integration = begun(aliasUserId=True, groupDimension=5, dimensions={"traits.plan": 2})
    call(integration, "page", userId="")
    call(integration, "identify", userId="u", context={"traits": {"plan": "pro"}})
    call(integration, "group", userId="u", groupId="g", context={"traits": {"plan": "none"}})
    call(integration, "track", userId="u", event="x")
    call(integration, "alias", userId="d")
    fake.tracker_arrives()
    data = {"dimension2": "pro", "dimension5": "g"}
    assert [one[:5] for one in fake.commands[START:]] == [
        ["trackPageView"],
        ["setUserId", "u"],
        ["trackEvent", "All", "x", None, None],
        ["setUserId", "d"],
    ]
    (event,) = [one for one in fake.commands if one[0] == "trackEvent"]
    assert event[5] == data


def test_own_options_and_refusals(fake: FakePage) -> None:
    """Integrations and context speak to it under both names; of All the SDK has decided."""
    integration = begun()
    own = {"customVars": {"1": ["n", "v"]}}
    call(integration, "track", event="a", integrations={"Piwik": False})
    call(integration, "track", event="b", context={"matomo": False})
    call(integration, "track", event="c", integrations={"All": False, "Matomo": own})
    assert [one[0] for one in fake.commands[START:]] == ["setCustomVariable", "trackEvent"]


def test_a_call_that_comes_again(fake: FakePage) -> None:
    """Up to 3.31 the SDK hands each over several times, once it was told of consent."""
    integration = begun()
    for number in ("", "1", "1", "2", "2", None, None):
        call(integration, "track", event="x", messageId=number)
    call(integration, "page", messageId="2")
    call(integration, "page", messageId="2")
    names = [one[0] for one in fake.commands[START:]]
    assert names == ["trackEvent"] * 5 + ["trackPageView"]


def test_only_a_login_has_traits(fake: FakePage) -> None:
    """The SDK puts the traits of the login into the context of every call: they are no news."""
    integration = begun(dimensions={"traits.plan": 2})
    call(integration, "identify", userId="u", context={"traits": {"plan": "pro"}})
    call(integration, "track", userId="u", event="x", context={"traits": {"plan": "free"}})
    assert fake.commands[-1][5] == {"dimension2": "pro"}


def test_a_logout_of_an_earlier_login(fake: FakePage) -> None:
    """The SDK kept the user from an earlier page: when it is gone, a new visit begins."""
    integration = begun()
    call(integration, "track", event="as a", userId="a")
    call(integration, "track", event="nobody", userId="")
    assert [one[0] for one in fake.commands[START:]] == [
        "setUserId",
        "trackEvent",
        "resetUserId",
        "appendToTrackingUrl",
        "trackEvent",
        "appendToTrackingUrl",
    ]


def test_consent(fake: FakePage) -> None:
    """A call waits for a consent that is given on the integration."""
    integration = begun(consent="load")
    call(integration, "page")
    assert fake.commands == []
    integration["consent"]["give"]()
    assert fake.commands[-1] == ["trackPageView"]


def test_nothing_is_thrown(fake: FakePage) -> None:
    """Calls without an event, and settings that are none, hurt nobody."""
    integration = piwik(None)
    integration["init"]()
    for kind in ("page", "identify", "track", "group", "alias"):
        integration[kind]()
    assert fake.commands == []


@pytest.mark.usefixtures("swallowing")
def test_a_call_that_breaks_something(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens in ours stays there."""
    integration = begun()
    monkeypatch.setattr("paqbridge.calls.message.address_of", None)
    for kind in ("page", "identify", "track", "group", "alias"):
        call(integration, kind)
    assert len(fake.commands) == START


def test_a_message() -> None:
    """The time of a call has Segment's name, and a login its traits."""
    given = {"event": "x", "originalTimestamp": "then", "context": {"traits": {"plan": "pro"}}}
    assert message_of("track", given) == {**given, "timestamp": "then"}
    traits = {"traits": {"plan": "pro"}}
    assert message_of("identify", given) == {**given, "timestamp": "then", **traits}
