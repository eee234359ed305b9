"""Ten thousand calls before there is anybody to take them: none lost, none twice, in order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.visit import Visit

CALLS = 10_000
LIVE = 1_000


def model(count: int) -> list[list[Any]]:
    """The commands of that many calls, as the page makes them."""
    commands: list[list[Any]] = []
    for index in range(count):
        if index % 1000 == 10:
            commands.append(["setUserId", f"user {index}"])
        elif index % 1000 == 990:
            commands.append(["resetUserId"])
        else:
            commands.append(["trackEvent", "All", f"event {index}", None, None])
    return commands


def arrive(visit: Visit) -> None:
    """Let a tracker that only takes commands arrive."""
    visit.release_tracker(visit.run("takeOver"))


def taken(visit: Visit) -> list[list[Any]]:
    """What the tracker was given, after the start."""
    return visit.pushed(live=True)[3:]


@pytest.mark.parametrize("when", ["in the stub", "before load", "before the tracker"])
def test_ten_thousand_calls(when: str, visit: Visit) -> None:
    """Wherever they wait, the tracker gets all of them in order, and 1,000 more after it came."""
    visit.hold_tracker()
    visit.open()
    begin = "window.analytics.load(settings)"
    steps = {
        "in the stub": [begin, "call(0, 10000)", "addBundle()"],
        "before load": ["addBundle()", "call(0, 10000)", begin],
        "before the tracker": ["addBundle()", begin, "call(0, 10000)"],
    }
    for step in steps[when]:
        visit.run(f"{{ {step} }}" if "call" in step else step)
    if when == "in the stub":
        visit.wait("window._paq")
    arrive(visit)
    visit.run(f"call({CALLS}, {CALLS + LIVE})")
    assert taken(visit) == model(CALLS + LIVE)
