"""Bundles: the same bytes everywhere, nothing of Transcrypt's runtime, no unknown name."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compile.bundles import BUNDLES, Bundle
from compile.pipeline import TOP, BuildFailed, build, integrity
from tests.build.small_build import compiled, esm, evaluated, write_package

ENTRY = """
from paqbridge.host import set_global

def shout(text):
    return text.upper() + "!"

set_global("shouted", shout("done"))
"""

CLASS = """
from typing import final

@final
class Counter:
    def __init__(self, start):
        self._count = start

    def advance(self):
        self._count += 1
        return self._count
"""

CLOSURES = """
def Counter(start):
    def advance():
        nonlocal start
        start += 1
        return start

    return {"advance": advance}
"""


def copy_of_the_project(folder: Path) -> Path:
    """Make a folder that holds what a build needs."""
    ignored = shutil.ignore_patterns("__pycache__")
    for part in ("build", "integration"):
        shutil.copytree(TOP / part, folder / part, ignore=ignored)
    (folder / "node_modules").symlink_to(TOP / "node_modules")
    return folder


def built(folder: Path, seed: str, *files: str) -> dict[str, bytes]:
    """Build these in ``folder`` with its own scripts; return the files that come out."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "build", "compile", *files]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in (folder / "dist").iterdir()}


def test_reproducible(tmp_path: Path) -> None:
    """Another folder and another hash seed give the same bytes: scripts, maps, types, manifest.

    The first are those of `dist/`, which `make test` has just built. A build takes a while: one of
    each kit and one of each format stand for all.
    """
    first = {path.name: path.read_bytes() for path in (TOP / "dist").iterdir() if path.is_file()}
    scripts = ("classic.mjs", "analytics.full.min.js")
    second = built(copy_of_the_project(tmp_path / "two" / "deep er"), "2", *scripts)
    sums = json.loads(second.pop("integrity.json"))
    assert {*scripts, "analytics.full.min.js.map", "classic.d.mts"} <= set(second)
    assert {name: first[name] for name in second} == second, "make build, and try again"
    assert sums.items() <= json.loads(first["integrity.json"]).items()
    assert str(tmp_path).encode() not in b"".join(second.values())


def test_script_keeps_its_names_to_itself(tmp_path: Path) -> None:
    """A classic script sets the globals that it says, and declares none."""
    root = write_package(tmp_path / "integration", {"entries.a": ENTRY})
    build(root, tmp_path / "dist", [Bundle("a.min.js", "paqbridge.entries.a", "iife", 1, 1)])
    code = (tmp_path / "dist" / "a.min.js").read_text("utf-8")
    program = (
        "const before = new Set(Object.getOwnPropertyNames(globalThis));"
        f"require('vm').runInThisContext({json.dumps(code)});"
        "const now = Object.getOwnPropertyNames(globalThis).filter(n => !before.has(n));"
        "console.log(JSON.stringify([now, shouted]))"
    )
    done = subprocess.run(["node", "-e", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [["shouted"], "DONE!"]


def test_exports(tmp_path: Path) -> None:
    """A module exports what its row says, under the names that it says, and nothing else."""
    root = write_package(
        tmp_path / "integration", {"a": "def f():\n    return 1\n\n\ndef g():\n    return 2\n"}
    )
    bundle = Bundle("a.mjs", "paqbridge.a", "esm", 1, 1, exports={"F": "f", "default": "f"})
    build(root, tmp_path / "dist", [bundle])
    assert evaluated(tmp_path / "dist" / "a.mjs", "Object.keys(m).sort()") == ["F", "default"]


def test_runtime_never_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that only Transcrypt's runtime knows fails the build, which says where it stands."""
    monkeypatch.setattr("compile.pipeline.lint_tree", lambda root: [])
    with pytest.raises(BuildFailed) as failure:
        compiled(tmp_path, "def f(x):\n    return sorted(x)\n", "f")
    assert "runtime would land in the bundle" in str(failure.value)
    assert "integration/paqbridge/module.py:2: sorted" in str(failure.value)


def test_classes_leave_no_runtime(tmp_path: Path) -> None:
    """A class and the closures that one would write by hand make the same bytes."""
    of_class = compiled(tmp_path / "a", CLASS, "Counter")
    by_hand = compiled(tmp_path / "b", CLOSURES, "Counter")
    assert of_class == by_hand
    assert "class" not in of_class
    assert "this" not in of_class


def test_unknown_name_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that neither the bundle nor a page defines fails the build."""
    monkeypatch.setattr("compile.pipeline.lint_tree", lambda root: [])
    with pytest.raises(BuildFailed, match=r"module\.mjs uses unknown names: nowhere"):
        compiled(tmp_path, "def f(x):\n    return nowhere(x)\n", "f")


def test_entries_of_ours_have_short_names(tmp_path: Path) -> None:
    """An entry with an underscore is shortened, all others are what pages may ask for."""
    text = compiled(tmp_path, 'def f(g):\n    return g({"is_ours": 1, "theirs": 2})\n', "f")
    assert "is_ours" not in text
    assert "theirs" in text


def test_entry_asked_for_as_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry that is a text as well keeps its name, by which it would not be found else."""
    monkeypatch.setattr("compile.pipeline.lint_tree", lambda root: [])
    source = 'def f(g):\n    return g({"is_ours": 1, "is_short": 2}, "is_ours")\n'
    text = compiled(tmp_path, source, "f")
    assert "is_ours:1" in text
    assert "is_short" not in text


def test_failure_keeps_what_was_there(tmp_path: Path) -> None:
    """A build that fails leaves the files of the last one that did not."""
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "old.js").write_text("old")
    root = write_package(tmp_path / "integration", {"a": "class A: pass\n"})
    with pytest.raises(BuildFailed):
        build(root, dist, [esm("a", "A")])
    assert [path.name for path in dist.iterdir()] == ["old.js"]


def test_old_files_go(tmp_path: Path) -> None:
    """A build removes files that it does not make any more; kept modules are for reading."""
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "old.js").write_text("old")
    root = write_package(tmp_path / "integration", {"a": "def f():\n    return 1\n"})
    build(root, dist, [esm("a", "f")], keep=True)
    assert sorted(path.name for path in dist.iterdir()) == [
        ".staging",
        "a.mjs",
        "a.mjs.map",
        "integrity.json",
    ]
    assert "export var f = function" in (dist / ".staging" / "paqbridge.a.js").read_text("utf-8")


def test_integrity() -> None:
    """The manifest writes a hash as browsers want it."""
    assert integrity(b"alert('Hello, world.');") == (
        "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
    )


def test_large_scripts_are_compiled_as_they_arrive() -> None:
    """Chromium heeds that line only where it is the first of all."""
    for bundle in BUNDLES:
        opening = (TOP / "dist" / bundle.file).read_text("utf-8").split("\n", 1)[0]
        assert (opening == "//# allFunctionsCalledOnLoad") == bundle.eager, bundle.file
