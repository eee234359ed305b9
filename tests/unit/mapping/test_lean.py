"""(event, settings, state) -> (commands, next state, notes)."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given

from paqbridge.calls.message import event_of
from paqbridge.commands.grammar import GRAMMAR, fits
from paqbridge.mapping.lean import map_lean
from paqbridge.read.options import own_values
from tests.support.canonical import decode
from tests.support.strategies import events, options, properties

SETTINGS: Any = {"customVariableLimit": 5, "goals": {"paid": [1]}}


def event(kind: Any, **more: Any) -> Any:
    """Make an event record."""
    return {**event_of(kind, more), "options": own_values([more.get("integrations")])}


def test_page() -> None:
    """A page call is exactly one trackPageView."""
    assert map_lean(event("page"), SETTINGS, None) == ([["trackPageView"]], None, [])


@pytest.mark.parametrize(("remembers", "commands"), [(True, [["setUserId", "u"]]), (False, [])])
def test_a_user_whom_the_host_knows(remembers: bool, commands: Any) -> None:
    """Matomo is told of whom a host knows where the setting says so; nobody is logged out by it."""
    settings: Any = {**SETTINGS, "rememberUser": remembers}
    user = "u" if remembers else "before"
    assert map_lean(event("known", userId="u"), settings, "before") == (commands, user, [])


def test_identity() -> None:
    """identify tells the id as text and remembers it; reset takes it back, once."""
    commands, state, _ = map_lean(event("identify", userId=5000), SETTINGS, None)
    assert commands == [["setUserId", "5000"]]
    commands, state, _ = map_lean(event("reset"), SETTINGS, state)
    assert commands == [["resetUserId"]]
    assert map_lean(event("reset"), SETTINGS, state)[0] == []
    assert map_lean(event("identify", userId=0), SETTINGS, state)[0] == []


def test_track_in_segments_order() -> None:
    """Variables, then goals, then the event."""
    call = event(
        "track",
        event="Paid",
        properties={"revenue": 0},
        integrations={"Piwik": {"cvar": {"2": ["b", 1], "1": ["a", ""], "9": ["x", "y"]}}},
    )
    assert map_lean(call, SETTINGS, None)[0] == [
        ["setCustomVariable", "1", "a", "", "page"],
        ["setCustomVariable", "2", "b", "1", "page"],
        ["trackGoal", 1, "0"],
        ["trackEvent", "All", "Paid", None, 0],
    ]


def test_what_is_worth_a_warning() -> None:
    """A nameless event is warned of; what a call leaves out is explained elsewhere, if at all."""
    call = event("track", event="x", integrations={"Piwik": {"cvar": {"1": "ab"}}})
    assert map_lean(call, SETTINGS, None) == ([["trackEvent", "All", "x", None, None]], None, [])
    commands, _, notes = map_lean(event("track", event=" "), SETTINGS, None)
    warning = {"text": "track: expected an event name", "received": " "}
    assert (commands, notes) == ([], [warning])


@given(events, properties, options)
def test_pure_and_in_the_grammar(name: Any, given_properties: Any, given_options: Any) -> None:
    """Whatever a page says, every command fits the grammar and the event is left as it was."""
    message = {"event": decode(name), "properties": decode(given_properties)}
    call: Any = event_of("track", message)
    call["options"] = own_values([decode(given_options)])
    before = copy.deepcopy(call)
    first = map_lean(call, SETTINGS, None)
    assert all(fits(command, GRAMMAR) for command in first[0])
    assert repr(call) == repr(before)
    assert repr(map_lean(call, SETTINGS, None)[0]) == repr(first[0])
