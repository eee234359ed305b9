"""Where settings and options stand in the arguments of ``load`` and ``initialize``."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.load_forms import general_in, general_of, options_in, settings_in

OWN = {"siteId": 1}
OFF = {"integrations": {"All": False}}


@pytest.mark.parametrize(
    ("first", "second", "settings"),
    [
        (OWN, None, OWN),
        ("KEY", {"integrations": {"Piwik": OWN}}, OWN),
        ({"writeKey": "KEY"}, {"integrations": {"Matomo": OWN}}, OWN),
        ({"integrations": {"Piwik": OWN}}, None, OWN),
        ({"Piwik": OWN}, OFF, OWN),
        ({"Piwik": True}, {"integrations": {"Piwik": OWN}}, OWN),
        ("KEY", {"Piwik": OWN}, "KEY"),
    ],
)
def test_settings(first: Any, second: Any, settings: Any) -> None:
    """Under one of the destination's names, or all that is said."""
    assert settings_in(first, second) is settings


@pytest.mark.parametrize(
    ("first", "second", "options"),
    [
        ("KEY", None, None),
        ("KEY", OFF, OFF),
        (OWN, None, OWN),
        ({"a": 1, "b": 1}, {"b": 2}, {"a": 1, "b": 2}),
    ],
)
def test_options(first: Any, second: Any, options: Any) -> None:
    """Those of both; the second goes before."""
    assert options_in(first, second) == options


@pytest.mark.parametrize(
    ("first", "second", "is_said"),
    [
        (OWN, None, False),
        ("KEY", None, False),
        (OWN, "text", False),
        (OFF, None, True),
        ({"plan": {}}, None, True),
        ({"Piwik": False}, None, True),
        ({"Piwik": True}, None, False),
    ],
)
def test_what_counts_for_all_calls(first: Any, second: Any, is_said: bool) -> None:
    """Nothing, where nobody says anything of it: then no call is asked."""
    assert general_in(first, second) is (first if is_said else None)
    assert general_in(first, OFF) is OFF


def test_switches() -> None:
    """What is neither yes nor no is a yes if it is an object."""
    said = {"A": True, "B": False, "C": {"k": 1}, "D": "text", "E": 1}
    switches = {"A": True, "B": False, "C": True, "D": False, "E": False}
    assert general_of({"integrations": said}) == switches
    assert general_of(None) == {}
