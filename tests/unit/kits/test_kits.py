"""Each build is one value, and has all that it is made of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import paqbridge
from paqbridge.commands.full_grammar import FULL_GRAMMAR
from paqbridge.commands.grammar import GRAMMAR
from paqbridge.kits.explain import create_explaining
from paqbridge.kits.full import FULL
from paqbridge.kits.full_standalone import FULL_STANDALONE
from paqbridge.kits.lean import LEAN
from paqbridge.kits.lean_standalone import LEAN_STANDALONE
from paqbridge.types.destination import Kit
from paqbridge.types.source import SourceKit

SOURCE = Path(paqbridge.__file__).parents[1]
KITS: dict[str, tuple[Any, Any]] = {
    "lean": (LEAN, Kit),
    "full": (FULL, Kit),
    "lean standalone": (LEAN_STANDALONE, SourceKit),
    "full standalone": (FULL_STANDALONE, SourceKit),
    "explain": (create_explaining(), SourceKit),
}
FULL_ONLY = ("consent", "explain", "full", "late_title", "memory", "shut", "storage", "versions")
"""Words that names of modules have which no lean build is to load."""


@pytest.mark.parametrize("name", KITS)
def test_every_key(name: str) -> None:
    """A kit has each part that its type names, and no other."""
    kit, kind = KITS[name]
    assert kit.keys() == get_type_hints(kind).keys()


def test_a_standalone_is_its_build_and_a_source() -> None:
    """What an adapter does with a call the standalone does, too."""
    for standalone, build in ((LEAN_STANDALONE, LEAN), (FULL_STANDALONE, FULL)):
        assert {name: standalone[name] for name in build} == build  # type: ignore[literal-required]


def test_the_full_build_has_all_of_the_lean_one() -> None:
    """Each setting, method and command of the lean build is one of the full build."""
    names = [row["name"] for row in LEAN["rows"]]
    assert names == [row["name"] for row in FULL["rows"]][: len(names)]
    assert set(LEAN["methods"]) < set(FULL["methods"])
    assert set(LEAN["grammar"]) < set(FULL["grammar"])
    assert (LEAN["grammar"], FULL["grammar"]) == (GRAMMAR, FULL_GRAMMAR)


def test_what_explaining_changes() -> None:
    """That which explains watches the full one's parts; what it sends and may send is the same."""
    kit = create_explaining()
    same = {name for name in FULL_STANDALONE if kit[name] is FULL_STANDALONE[name]}  # type: ignore[literal-required]
    watched = {"rows", "events", "pace", "mapping", "gate", "destination", "add"}
    assert same == set(FULL_STANDALONE) - watched
    assert [row["name"] for row in kit["rows"]] == [row["name"] for row in FULL["rows"]] + ["debug"]


def test_each_has_a_journal_of_its_own() -> None:
    """Two that explain on one page know nothing of each other."""
    first, second = create_explaining(), create_explaining()
    assert first["mapping"] is not second["mapping"]


@pytest.mark.parametrize("kit", ["lean", "lean_standalone"])
def test_lean_loads_nothing_of_full(kit: str) -> None:
    """No module of the full build's, nor of the one that explains, comes with a lean kit."""
    code = f"import sys, paqbridge.kits.{kit}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=SOURCE, capture_output=True, text=True, check=True
    )
    ours = [name for name in run.stdout.split() if name.startswith("paqbridge.")]
    assert f"paqbridge.kits.{kit}" in ours
    hooks = ("paqbridge.explain", "paqbridge.explain.hooks", "paqbridge.explain.whereabouts")
    allowed = (*hooks, "paqbridge.settings.full_only")
    found = [one for one in ours if any(word in one for word in FULL_ONLY) and one not in allowed]
    assert found == []
