"""Options of a call for this destination, and enablement."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.read.enablement import enabled, is_wanted
from paqbridge.read.event import blank_event
from paqbridge.read.options import call_option


def event(integrations: list[Any], context: Any = None) -> Any:
    """An event that says this of destinations."""
    return {**blank_event("track", None), "integrations": integrations, "context": context}


@pytest.mark.parametrize(
    ("places", "context", "expected"),
    [([], None, True), ([{"All": False}], None, False), ([{"All": False, "piwik": 1}], None, True),
     ([{"MATOMO": False}], None, False), ([{"providers": {"Piwik": False}}], None, False),
     ([{"All": False}], {"all": True}, True), ([], {"providers": {"all": False}}, False),
     ([{"Piwik": None, "All": "no"}], None, True), ([None, {"Piwik": False}], None, False)],
)  # fmt: skip
def test_enabled(places: list[Any], context: Any, expected: bool) -> None:
    """The own name decides, then providers, then the first boolean for all (segment 24-26)."""
    assert enabled(event(places, context)) is expected


def test_is_wanted() -> None:
    """A host has looked at All already: only our own names are looked at."""
    assert is_wanted(event([{"All": False}]))
    assert not is_wanted(event([{"matomo": False}]))


def test_call_option() -> None:
    """A wrong customVars does not hide a right cvar; integrations come before context."""
    both = event([{"Piwik": {"customVars": 5, "cvar": {"1": 2}}}])
    assert call_option(both, ("customVars", "cvar")) == {"1": 2}
    assert call_option(event([{}], {"Matomo": {"cvar": {"a": 1}}}), ("cvar",)) == {"a": 1}
    assert call_option(event([]), ("cvar",)) is None
