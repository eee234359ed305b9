"""A host without a judgement of its own: what a call's options, the start and a plan say."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.calls.gate import is_meant
from paqbridge.calls.message import event_of
from paqbridge.calls.plan import PlanGate, planned_places
from paqbridge.read.options import own_values

OWN = {"customVars": {}}
OTHER = {"cvar": {}}


def planned(name: str, plan: Any) -> list[Any]:
    """Where such a start speaks of an event."""
    started = {"integrations": {"All": True}, "plan": plan}
    return planned_places(started, event_of("track", {"event": name}))


def is_on(places: list[Any]) -> bool:
    """Whether a call that says nothing itself is enabled there."""
    return is_meant(own_values(places), places, None)


def test_plan() -> None:
    """A disabled event, or one under a disabled default, is off (segment 27)."""
    plan = {"track": {"On": {"enabled": True}, "__default": {"enabled": False}}}
    assert is_on(planned("On", plan))
    assert not is_on(planned("Off", plan))
    assert is_on(planned("Off", None))


def test_a_plan_is_about_events() -> None:
    """No page call is an event, whatever name its message has; nor is what is no text."""
    started = {"plan": {"track": {"__default": {"enabled": False}}}}
    assert is_on(planned_places(started, event_of("page", {"event": "Off"})))
    assert not is_on(planned_places(started, event_of("track", {"event": 5})))


def judged(gate: PlanGate, options: Any = None, name: str = "x") -> Any:
    """Return what the gate says of a track call with these options."""
    message = {"event": name, "options": options}
    return gate.judge(event_of("track", message), message)


def test_nothing_said() -> None:
    """Where nobody says anything a call passes and says nothing to us alone."""
    gate = PlanGate()
    assert gate.open(None)
    assert judged(gate) == []


@pytest.mark.parametrize(
    ("general", "is_opened"),
    [({"integrations": {"All": False}}, False), ({"integrations": {"Piwik": False}}, False),
     ({"integrations": {"All": False, "Matomo": {}}}, True), ({"Piwik": False}, False),
     ({}, True)],
)  # fmt: skip
def test_the_start(general: Any, is_opened: bool) -> None:
    """The start may leave this destination out, in any of the spellings (segment 3, 26)."""
    assert PlanGate().open(general) is is_opened


def test_the_most_specific_comes_first() -> None:
    """A call's own options, then the plan's of its event, then the start's, then its context."""
    gate = PlanGate()
    plan = {"track": {"x": {"integrations": {"Piwik": 2}}}}
    gate.open({"plan": plan, "integrations": {"Piwik": 3, "providers": {"Piwik": 4}}})
    assert judged(gate, {"integrations": {"Piwik": 1}, "context": {"Piwik": 5}}) == [1, 2, 3, 4, 5]


def test_a_call_may_be_off() -> None:
    """Its own options or its context switch a call off; a word of its own switches it on again."""
    gate = PlanGate()
    gate.open({"integrations": {"All": False, "Piwik": True}})
    assert judged(gate) == [True]
    assert judged(gate, {"integrations": {"Piwik": False}}) is None
    gate.open({"integrations": {"All": False}})
    assert judged(gate) is None
    assert judged(gate, {"context": {"All": True}}) == []
    assert judged(gate, {"Piwik": OWN}) == [OWN]
