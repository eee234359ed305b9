"""The start of a whole ``analytics``: what settings and options switch on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.fake_page import FakePage

SETTINGS = {"siteId": 1, "serverUrl": "https://m.example"}


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
    analytics["load"](SETTINGS)
    assert tracked(fake) == ["trackEvent", "trackPageView"]
    assert len(fake.warnings) == 1


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


def test_where_settings_stand(fake: FakePage, analytics: dict[str, Any]) -> None:
    """Under the destination's name in the options, beside a write key."""
    analytics["load"]("KEY", {"integrations": {"Matomo": SETTINGS}})
    assert ["setSiteId", "1"] in fake.commands or ["setSiteId", 1] in fake.commands


def test_traits_by_setting(fake: FakePage, analytics: dict[str, Any]) -> None:
    """``persistTraits`` may stand in settings, as in options."""
    analytics["load"]({**SETTINGS, "persistTraits": True})
    analytics["identify"]("u", {"a": 1})
    assert fake.localStorage.items["ajs_user_traits"] == '{"a":1}'
