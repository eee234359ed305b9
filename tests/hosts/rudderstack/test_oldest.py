"""The oldest version of RudderStack's SDK that takes us, as pages still have it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hosts.host import PAGE, Host
from tests.hosts.rudderstack.test_rudderstack import NO, YES
from tests.support.visit import Visit

DRIVER = Path(__file__).parents[1] / "drivers" / "rudderstack.js"
OLDEST = "--alias:@rudderstack/analytics-js=rudderstack-3.23"


@pytest.fixture
def host(visit: Visit, script_of: Callable[..., str]) -> Host:
    """A page with that version."""
    visit.site.files["host.js"] = script_of(DRIVER, OLDEST)
    visit.site.files["v1/batch"] = "OK"  # RudderStack's own server
    return Host(visit.page, visit.site)


def test_a_visit(host: Host) -> None:
    """Calls arrive, with their options, as from a newer one."""
    host.begin()
    host.do("""
      host.page()
      host.identify('u')
      host.track('x', { category: 'c' }, { integrations: { Piwik: { cvar: { 1: ['n', 'v'] } } } })
    """)
    assert host.commands() == [
        ["trackPageView"],
        ["setUserId", "u"],
        ["setCustomVariable", "1", "n", "v", "page"],
        ["trackEvent", "c", "x", None, None],
    ]


def test_each_call_counts_once(host: Host) -> None:
    """Up to 3.31 the SDK hands a call over once more for each consent that it was told of."""
    host.write(PAGE)
    host.run("(consentManagement) => host.start({}, { options: { consentManagement } })", NO)
    for answer in (YES, YES):
        host.run("(consentManagement) => analytics.consent({ consentManagement })", answer)
    host.do("host.track('x'); host.track('x'); host.page()")
    assert host.names() == ["trackEvent", "trackEvent", "trackPageView"]
    assert host.siblings().count("x") > len(["x", "x"])
