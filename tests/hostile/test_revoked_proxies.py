"""A revoked Proxy, whose every use throws, costs its own place and nothing of the call."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.page_parts import LOADED, SETTINGS, STANDALONE
from tests.support.visit import Visit

REVOKED = """<script>
  const one = Proxy.revocable([], {}), revoked = one.proxy; one.revoke()
</script>"""
PLAIN: list[Any] = ["trackEvent", "All", "x", None, None]
THREE: list[Any] = ["trackEvent", "All", "x", None, 3]
VARIABLES = "analytics.track('x', {value: 3}, {integrations: {Piwik: {customVars: %s}}})"
CALLS: dict[str, tuple[str, list[Any]]] = {
    "properties": ("analytics.track('x', revoked)", [PLAIN]),
    "a property": ("analytics.track('x', {label: revoked, value: 3})", [THREE]),
    "options": ("analytics.track('x', {value: 3}, revoked)", [THREE]),
    "integrations": ("analytics.track('x', {value: 3}, {integrations: revoked})", [THREE]),
    "variables": (VARIABLES % "revoked", [THREE]),
    "a variable": (
        VARIABLES % "{1: revoked, 2: ['size', 'L']}",
        [["setCustomVariable", "2", "size", "L", "page"], THREE],
    ),
    "traits": ("analytics.identify('u1', revoked)", [["setUserId", "u1"]]),
    "a category": ("analytics.page(revoked)", [["trackPageView"]]),
}


@pytest.mark.parametrize("place", CALLS)
def test_in_a_call(place: str, visit: Visit) -> None:
    """The rest of the call leads to its commands."""
    call, commands = CALLS[place]
    visit.hold_tracker()
    visit.write(f"{REVOKED}{LOADED}<script>{call}</script>")
    assert visit.queued()[3:] == commands


@pytest.mark.parametrize("goals", ["{Paid: revoked, x: 7}", "[revoked, {key: 'x', value: 7}]"])
def test_in_the_settings(goals: str, visit: Visit) -> None:
    """The destination starts with one warning, and the goal beside it counts."""
    visit.expect("paqbridge: goals")
    visit.hold_tracker()
    settings = SETTINGS.replace("siteId", f"goals: {goals}, siteId")
    visit.write(
        f"{REVOKED}{STANDALONE}<script>analytics.load({settings}); analytics.track('x')</script>"
    )
    assert visit.queued()[3:] == [["trackGoal", 7, None], PLAIN]
    assert len(visit.messages) == 1
