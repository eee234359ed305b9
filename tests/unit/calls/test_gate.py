"""Whether a call is meant for this destination, by each kind of host."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.calls.gate import by_integrations, by_own_name, by_places, is_meant
from paqbridge.calls.message import event_of
from paqbridge.read.options import own_values

OWN = {"customVars": {}}


@pytest.mark.parametrize(
    ("places", "context", "expected"),
    [([], None, True), ([{"All": False}], None, False), ([{"All": False, "piwik": 1}], None, True),
     ([{"MATOMO": False}], None, False), ([{"All": False}], {"all": True}, True),
     ([], {"providers": {"all": False}}, False), ([{"Piwik": None, "All": "no"}], None, True),
     ([None, {"Piwik": False}], None, False)],
)  # fmt: skip
def test_is_meant(places: list[Any], context: Any, expected: bool) -> None:
    """The own name decides, then the first boolean for all (segment 24-25)."""
    assert is_meant(own_values(places), places, context) is expected


def judged(gate: Any, **message: Any) -> Any:
    """Return what a gate says of a track call."""
    return gate(event_of("track", message), message)


def test_a_host_has_looked_at_all_already() -> None:
    """By our own name a call is refused under either of the two, and ``All`` is not looked at."""
    assert judged(by_own_name, integrations={"All": False}) == []
    assert judged(by_own_name, integrations={"Piwik": OWN}, context={"All": False}) == [OWN]
    assert judged(by_own_name, integrations={"Piwik": {}, "matomo": False}) is None
    assert judged(by_own_name, context={"Piwik": False}) is None


def test_integrations_that_nobody_has_judged() -> None:
    """The message's own integrations and its context say whether, and what only we are told."""
    assert judged(by_integrations) == []
    assert judged(by_integrations, integrations={"All": False}) is None
    assert judged(by_integrations, context={"All": False}) is None
    said = {"integrations": {"All": False, "Piwik": OWN}, "context": {"Matomo": True}}
    assert judged(by_integrations, **said) == [OWN, True]


def test_places_of_a_host() -> None:
    """A host may name the places itself; the context still comes before them for ``All``."""
    assert judged(by_places) == []
    assert judged(by_places, places=[{"piwik": OWN}, {"Matomo": False}]) == [OWN, False]
    assert judged(by_places, places=[{"Matomo": False}, {"piwik": OWN}]) is None
    assert judged(by_places, places=[{"All": False}]) is None
    assert judged(by_places, places=[{"All": False}], context={"All": True}) == []
