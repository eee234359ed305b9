"""When a build has nothing to do: only where sources and files are those of the last one."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from compile import __main__ as verb
from compile import freshness
from compile.pipeline import write_integrity


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small tree, built, and its ``dist``."""
    for name in ("integration/paqbridge/part.py", "build/rule.mjs", "dist/a.js", ".venv/x"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("1", "utf-8")
    monkeypatch.setattr(freshness, "TOP", tmp_path)
    monkeypatch.setattr(freshness, "STAMP", tmp_path / ".venv/stamp-dist")
    write_integrity(tmp_path / "dist")
    freshness.keep(freshness.sources(), tmp_path / "dist")
    return tmp_path / "dist"


def test_nothing_to_do(dist: Path) -> None:
    """The same sources, the same files."""
    assert freshness.is_current(dist)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a source": lambda top: (top / "integration/paqbridge/part.py").write_text("2"),
    "a new source": lambda top: (top / "integration/paqbridge/new.py").write_text(""),
    "another place": lambda top: (top / "build/rule.mjs").rename(top / "rule.mjs"),
    "a rule": lambda top: (top / "build/rule.mjs").unlink(),
    "pins": lambda top: (top / "package-lock.json").write_text("{}"),
    "a file": lambda top: (top / "dist/a.js").write_text("2"),
    "a file more": lambda top: (top / "dist/b.js").write_text("2"),
    "a file less": lambda top: (top / "dist/a.js").unlink(),
    "the manifest": lambda top: (top / "dist/integrity.json").write_text(json.dumps({})),
    "no manifest": lambda top: (top / "dist/integrity.json").unlink(),
    "the stamp": lambda top: (top / ".venv/stamp-dist").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_something_to_do(change: str, dist: Path) -> None:
    """Anything else has it built anew."""
    CHANGES[change](dist.parent)
    assert not freshness.is_current(dist)


def test_a_change_during_the_build(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that is saved while the build runs may not be in what it makes: it is built anew."""

    def build(*given: object, **named: object) -> list[object]:
        CHANGES["a source"](dist.parent)
        return []

    monkeypatch.setattr(verb, "build", build)
    monkeypatch.setattr(verb, "DIST", dist)
    monkeypatch.setattr(sys, "argv", ["build compile"])
    CHANGES["pins"](dist.parent)
    assert verb.main() == 0
    assert not freshness.is_current(dist)
    monkeypatch.setattr(verb, "build", lambda *given, **named: [])
    assert verb.main() == 0
    assert freshness.is_current(dist)
