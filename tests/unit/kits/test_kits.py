"""Each build is one value, and has all that it is made of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any, cast, get_type_hints

import pytest

import paqbridge
from paqbridge.commands.full_grammar import FULL_GRAMMAR
from paqbridge.commands.grammar import GRAMMAR
from paqbridge.kits.explain import create_explaining
from paqbridge.kits.full import FULL
from paqbridge.kits.full_standalone import FULL_STANDALONE, WHOLE
from paqbridge.kits.lean import LEAN
from paqbridge.kits.lean_standalone import LEAN_STANDALONE
from paqbridge.types.destination import Kit
from paqbridge.types.source import SourceKit, WholeKit
from tests.support.fake_page import FakePage
from tests.support.standalone import standalone

SOURCE = Path(paqbridge.__file__).parents[1]
EXPLAINING = create_explaining()
KITS: dict[str, tuple[Any, Any]] = {
    "lean": (LEAN, Kit),
    "full": (FULL, Kit),
    "explain": (EXPLAINING["kit"], Kit),
    "lean standalone": (LEAN_STANDALONE, SourceKit),
    "full standalone": (FULL_STANDALONE, WholeKit),
    "explain standalone": (EXPLAINING["source"], WholeKit),
}
FULL_ONLY = ("consent", "explain", "full", "late_title", "memory", "shut", "storage", "versions")
"""Words that names of modules have which no lean build is to load."""


@pytest.mark.parametrize("name", KITS)
def test_every_key(name: str) -> None:
    """A kit has each part that its type names, and no other."""
    kit, kind = KITS[name]
    assert kit.keys() == get_type_hints(kind).keys()


def test_the_full_build_has_all_of_the_lean_one() -> None:
    """Each setting, method and command of the lean build is one of the full build."""
    names = [{row["name"] for row in kit["rows"]} for kit in (LEAN, FULL)]
    assert names[0] < names[1]
    assert set(LEAN["methods"]) < set(FULL["methods"])
    assert set(LEAN["grammar"]) < set(FULL["grammar"])
    assert (LEAN["grammar"], FULL["grammar"]) == (GRAMMAR, FULL_GRAMMAR)


def changed(one: Any, other: Any) -> set[str]:
    """Return the keys under which two kits differ."""
    return {name for name in one if one[name] is not other[name]}


def test_what_explaining_changes() -> None:
    """That which explains watches the full one's parts; what it sends and may send is the same."""
    kits = create_explaining()
    watched = {"event", "pace", "mapping", "destination"}
    assert changed(kits["kit"], WHOLE) == {*watched, "rows", "words", "add", "lost", "suits"}
    assert changed(kits["source"], FULL_STANDALONE) == {"gate"}
    names = [{row["name"] for row in kit["rows"]} for kit in (WHOLE, kits["kit"])]
    assert names[1] - names[0] == {"debug"}
    assert names[0] < names[1]


def test_each_has_a_journal_of_its_own(fake: FakePage) -> None:
    """Two that explain on one page know nothing of each other."""
    pair = (create_explaining(), create_explaining())
    both = [standalone(kits["source"], kits["kit"]) for kits in pair]
    first, second = cast("list[Any]", both)
    first["track"]("x")
    assert (len(first["explain"]()), second["explain"]()) == (1, [])


def test_nobody_hears_of_a_lost_call_in_production() -> None:
    """Only the build that explains says what becomes of a call."""
    event: Any = {}
    assert [kit["lost"](event, "why") for kit in (LEAN, FULL)] == [None, None]
    assert event == {}


@pytest.mark.parametrize("kit", ["lean", "lean_standalone"])
def test_lean_loads_nothing_of_full(kit: str) -> None:
    """No module of the full build's, nor of the one that explains, comes with a lean kit."""
    code = f"import sys, paqbridge.kits.{kit}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=SOURCE, capture_output=True, text=True, check=True
    )
    ours = [name for name in run.stdout.split() if name.startswith("paqbridge.")]
    assert f"paqbridge.kits.{kit}" in ours
    assert [one for one in ours if any(word in one for word in FULL_ONLY)] == []
