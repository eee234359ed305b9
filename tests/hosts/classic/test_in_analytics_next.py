"""The classic integration in Segment's newer library, which waits for another word of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.support.visit import Visit

SCRIPT = Path(__file__).parent / "analytics_next.js"


def test_as_a_classic_integration(visit: Visit, script_of: Callable[..., str]) -> None:
    """It is started, and page views arrive; till it says that it has begun, the host hands none."""
    visit.site.files["host.js"] = script_of(SCRIPT)
    visit.write('<script src="/host.js"></script>')
    visit.run("(begin({siteId: 1, serverUrl: location.origin}), 0)")
    visit.run("(history.pushState({}, '', '/shirts'), analytics.page(), 0)")
    visit.wait("instruments.pushed.some((one) => /trackPageView/.test(one.command))")
    assert [hit["url"].removeprefix(visit.address) for hit in visit.requests()] == ["/shirts"]
