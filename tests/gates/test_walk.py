"""One call on its way through the rooms; ``pytest tests/gates/test_walk.py -s`` prints the walk."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.opening import address
from paqbridge.kits.lean import LEAN
from paqbridge.kits.lean_standalone import LEAN_STANDALONE
from paqbridge.types.source import Kits
from tests.support.fake_page import FakePage, under_host
from tests.support.standalone import standalone
from tests.support.vectors import BASE, BUILDS, START
from tests.support.walk import Walk

STATIONS = ["source", "calls", "mapping", "commands", "destination", "transports"]
SETTINGS = {**BASE, "goals": {"Signed Up": 1}}
CALL: list[Any] = [
    "Signed Up",
    {"category": "c", "label": "l", "value": 1},
    {"integrations": {"Piwik": {"customVars": {"1": ["a", "b"]}}}},
]
SENT = ["setCustomVariable", "trackGoal", "trackEvent"]


def walk(kits: Kits) -> Walk:
    """Return the walk of one track call with a variable and a goal, to a tracker that is live.

    A view comes first, as on a page: what comes ahead of all views has some more to do.
    """
    with under_host(FakePage(live=True)) as page:
        analytics: Any = standalone(kits["source"], kits["kit"])
        analytics["load"](SETTINGS)
        analytics["page"]()
        found = Walk(lambda: analytics["track"](*CALL))
        assert [command[0] for command in page.commands[START + 1 :]] == SENT
    return found


@pytest.mark.parametrize(("build", "files", "crossings"), [("lean", 20, 70), ("full", 44, 180)])
def test_it_is_short(build: str, files: int, crossings: int) -> None:
    """Who follows a call opens so many files, and jumps between them so often, at most."""
    found = walk(BUILDS[build]())
    print(f"\n{build}: {found}")
    assert len(found.files) <= files
    assert found.crossings <= crossings


def test_it_is_straight() -> None:
    """A lean call enters each room once, in the order of docs/architecture.md."""
    assert walk(BUILDS["lean"]()).rooms == STATIONS


def test_a_detour_is_seen() -> None:
    """A mapping that asks the destination something makes a walk that is not straight."""
    plain = LEAN["mapping"]

    def mapping(event: Any, settings: Any, state: Any) -> Any:
        address(settings, ".js")
        return plain(event, settings, state)

    rooms = walk({"source": LEAN_STANDALONE, "kit": {**LEAN, "mapping": mapping}}).rooms
    assert rooms == ["source", "calls", "destination", *STATIONS[2:]]
