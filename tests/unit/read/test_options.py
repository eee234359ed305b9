"""Options of a call for this destination, and enablement."""

from __future__ import annotations

from typing import Any

import pytest
from paqbridge.read.enablement import enabled
from paqbridge.read.event import event_of
from paqbridge.source.integrations import own_places, planned_places

from paqbridge.read.options import is_refused, own_values


@pytest.mark.parametrize(
    ("places", "context", "expected"),
    [([], None, True), ([{"All": False}], None, False), ([{"All": False, "piwik": 1}], None, True),
     ([{"MATOMO": False}], None, False), ([{"All": False}], {"all": True}, True),
     ([], {"providers": {"all": False}}, False), ([{"Piwik": None, "All": "no"}], None, True),
     ([None, {"Piwik": False}], None, False)],
)  # fmt: skip
def test_enabled(places: list[Any], context: Any, expected: bool) -> None:
    """The own name decides, then the first boolean for all (segment 24-25)."""
    assert enabled(own_values(places), places, context) is expected


def test_providers() -> None:
    """What stands under providers counts like the options around it (segment 21, 26)."""
    for options in ({"providers": {"Piwik": False}}, {"integrations": {"providers": {"Piwik": 0}}}):
        assert own_values(own_places(options)) in ([False], [0])


def planned(name: str, plan: Any) -> list[Any]:
    """Where such a start speaks of an event."""
    started = {"integrations": {"All": True}, "plan": plan}
    return planned_places(started, event_of("track", {"event": name}, []))


def is_on(places: list[Any]) -> bool:
    """Whether a call that says nothing itself is enabled there."""
    return enabled(own_values(places), places, None)


def test_plan() -> None:
    """A disabled event, or one under a disabled default, is off (segment 27)."""
    plan = {"track": {"On": {"enabled": True}, "__default": {"enabled": False}}}
    assert is_on(planned("On", plan))
    assert not is_on(planned("Off", plan))
    assert is_on(planned("Off", None))


def test_is_refused() -> None:
    """A host has looked at All already: only our own names are looked at."""
    assert not is_refused(own_values([{"All": False}]))
    assert not is_refused(own_values([{"Piwik": {}}]))
    assert is_refused(own_values([{"Piwik": {}}, {"matomo": False}]))


def test_own_values() -> None:
    """Either name, any case, in the order of the places and of their keys."""
    assert own_values([{"matomo": 1, "PIWIK": 2}, None, {"Pi-wik": 3, "other": 4}]) == [1, 2, 3]
