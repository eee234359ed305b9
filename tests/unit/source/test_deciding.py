"""Functions in the options that decide whether anything starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.fake_page import FakePage

SETTINGS = {"siteId": 1, "serverUrl": "https://m.example"}


def without_own(document: Any) -> Any:
    """Take this destination out, as Segment's consent tools do it."""
    kept = {n: one for n, one in document["integrations"].items() if n != "Piwik"}
    return {**document, "integrations": kept}


def refuse(document: Any) -> Any:
    """Throw."""
    raise ValueError


@pytest.mark.parametrize(
    ("options", "starts"),
    [
        ({"disable": lambda document: True}, False),
        ({"disable": lambda document: "yes"}, False),
        ({"disable": refuse}, False),
        ({"disable": lambda document: False}, True),
        ({"disable": lambda document: None}, True),
        ({"disable": lambda document: document["integrations"]["Piwik"] != SETTINGS}, True),
        ({"updateCDNSettings": without_own}, False),
        ({"updateCDNSettings": lambda document: {"integrations": {"Piwik": False}}}, False),
        ({"updateCDNSettings": refuse}, False),
        ({"updateCDNSettings": lambda document: document}, True),
        ({"updateCDNSettings": lambda document: document, "disable": True}, False),
    ],
)
def test_who_decides(
    fake: FakePage, analytics: dict[str, Any], options: dict[str, Callable[..., Any]], starts: bool
) -> None:
    """Nothing is sent or stored where a function says no, or throws; who waits is told."""
    told: list[str] = []
    analytics["ready"](lambda: told.append("ready"))
    analytics["load"](SETTINGS, options)
    analytics["identify"]("u")
    analytics["track"]("E")
    fake.run_timers(0)
    names = [command[0] for command in fake.commands]
    assert ("trackEvent" in names, "ajs_user_id" in fake.localStorage.items) == (starts, starts)
    assert (told, analytics["user"]()["id"]()) == ([] if starts else ["ready"], "u")
