"""From Python to modules: names, JavaScript bodies, flags, maps, and errors that can be found."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from compile.pipeline import BuildFailed, build
from compile.sourcemap import segments
from compile.transpile import TranspileError, transpile
from lower.javascript import has_open_alternatives
from tests.build.small_build import PARTS, compiled, esm, evaluated, write_package

BODIES = """
from paqbridge.native import BRACES, odd

def braces():
    return BRACES

def brace():
    return odd("{")

def thrown():
    try:
        return odd("no brace")
    except Exception:
        return "caught"
"""

NOTES = """
from paqbridge.flags import NOTES

def f():
    if NOTES:
        return "only where notes are wanted"
    return "production"
"""

MARKED = """
def f(x):
    first = "the first mark"
    if x:
        return [
            first,
            "the second mark",
        ]

    return "the third mark"
"""


def test_javascript_bodies_survive(tmp_path: Path) -> None:
    """Braces, quotes, templates, comments and empty lines of a JavaScript body stay as written."""
    compiled(tmp_path, BODIES, "braces", "brace", "thrown")
    script = tmp_path / "dist" / "module.mjs"
    assert evaluated(script, "m.braces()") == "{0} {} 2[{}'\"\\n]"
    assert evaluated(script, "m.brace()") == {"{}": "{", "quotes": "\"'", "tab": "\t"}
    assert evaluated(script, "m.thrown()") == "caught"


def test_flags_are_folded_away(tmp_path: Path) -> None:
    """A bundle's value replaces a build-time constant, and what it rules out is not shipped."""
    production = compiled(tmp_path / "a", NOTES, "f", NOTES=False)
    verbose = compiled(tmp_path / "b", NOTES, "f", NOTES=True)
    assert ("wanted" in production, "production" in production) == (False, True)
    assert ("wanted" in verbose, "production" in verbose) == (True, False)


def test_whole_modules(tmp_path: Path) -> None:
    """What follows a module's dot is its function, whatever method has that name."""
    tools = (
        "def append(xs, x):\n    return [*xs, x]\n\n\n"
        "def get(a, b):\n    return a + b\n\n\ndef items(x):\n    return [x, x]\n"
    )
    text = (
        "from paqbridge import tools\nfrom paqbridge.table import ROW\n\n\ndef f():\n"
        "    tools.append([], 1)\n    out = []\n    for x in tools.items(7):\n"
        "        out.append(x)\n    return [tools.get(1, 2), ROW.get('toString'), out]\n"
    )
    root = write_package(
        tmp_path / "integration", {"tools": tools, "table": "ROW = {'a': 1}\n", "module": text}
    )
    build(root, tmp_path / "dist", [esm("module", "f")])
    assert evaluated(tmp_path / "dist" / "module.mjs", "m.f()") == [3, None, [7, 7]]


def test_unknown_flag(tmp_path: Path) -> None:
    """A bundle cannot set a flag that nobody declared."""
    with pytest.raises(BuildFailed, match="has no flag QUIET"):
        compiled(tmp_path, NOTES, "f", QUIET=True)


def test_names_stay(tmp_path: Path) -> None:
    """An exported name that Transcrypt would rename keeps its name."""
    script = compiled(tmp_path, "def keys(name):\n    return {'default': name}\n", "keys")
    assert "as keys" in script
    assert "py_" not in script


def test_map_leads_to_the_statement(tmp_path: Path) -> None:
    """Each text of a minified bundle is mapped to the statement of the Python file it stands in."""
    script = compiled(tmp_path, MARKED, "f")
    chart = json.loads((tmp_path / "dist" / "module.mjs.map").read_text("utf-8"))
    places = [one for one in segments(chart) if one.line == 0]

    def line_of(text: str) -> int:
        column = script.index(text)
        return [p for p in places if p.column <= column][-1].source_line + 1

    marks = ("the first mark", "the second mark", "the third mark")
    assert [line_of(mark) for mark in marks] == [3, 5, 10]
    assert {one.source for one in places} == {"integration/paqbridge/module.py"}
    assert chart["sourcesContent"] == [MARKED]


def test_transcrypt_says_where(tmp_path: Path) -> None:
    """What Transcrypt cannot compile is reported with file and line."""
    text = "X = 1\n\nfrom paqbridge.nowhere import y\n"
    root = write_package(tmp_path / "integration", {"module": text})
    with pytest.raises(TranspileError, match=r"paqbridge/module\.py:3: .*paqbridge/nowhere"):
        transpile(root, ["paqbridge.module"], tmp_path / "out" / "js")


def test_failing_generator_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Transcrypt itself stumbles, the error has file, line and cause."""

    def unlowered(tree: ast.Module, *_: object) -> ast.Module:
        place = tree.body[1]
        assert isinstance(place, ast.Assign)
        strange = ast.Constant(value=frozenset())  # type: ignore[arg-type]
        place.value = ast.copy_location(strange, place)
        return tree

    monkeypatch.setattr("compile.transpile.lower", unlowered)
    root = write_package(tmp_path / "integration", {"module": "X = 1\n\nY = 2\n"})
    with pytest.raises(TranspileError, match=r"paqbridge/module\.py:3: KeyError: frozenset\(\)"):
        transpile(root, ["paqbridge.module"], tmp_path / "out" / "js")


def test_lint_comes_first(tmp_path: Path) -> None:
    """What the language refuses never reaches Transcrypt."""
    with pytest.raises(BuildFailed, match=r"module\.py:2:12: %: "):
        compiled(tmp_path, "def f(x):\n    return x % 2\n", "f")


def test_broken_javascript_says_where(tmp_path: Path) -> None:
    """A mistake in a JavaScript body is reported with its module and its line."""
    native = (PARTS / "native.py").read_text("utf-8")
    broken = native.replace("return Array.isArray(value)", "return Array.isArray(value", 1)
    root = write_package(
        tmp_path / "integration",
        {"native": broken, "module": "def f(x):\n    return isinstance(x, list)\n"},
    )
    line = broken[: broken.index("return Array.isArray(value")].count("\n") + 1
    with pytest.raises(BuildFailed, match=rf"paqbridge/native\.py:{line}: Expected \"\)\""):
        build(root, tmp_path / "dist", [esm("module", "f")])


@pytest.mark.parametrize(
    ("source", "expected"),
    [("a|b", True), ("(a|b)c", False), ("(a)|((b))", True), (r"[|]\||\(", True),
     (r"[|]\|", False), (r"[\]|]", False), ("((a|b)|(c))+", False)],
)  # fmt: skip
def test_open_alternatives(source: str, expected: bool) -> None:
    """Only alternatives outside all groups, classes and escapes need a group around the pattern."""
    assert has_open_alternatives(source) is expected


def test_pattern_is_a_literal(tmp_path: Path) -> None:
    """A pattern is compiled with the script, not when it runs; a slash in it ends nothing."""
    native = (PARTS / "native.py").read_text("utf-8")
    root = write_package(
        tmp_path / "integration",
        {
            "native": native + "\n@js('return source')\ndef pattern(source: str) -> Any:\n"
            "    return source\n\n@js('return compiled.test(text)')\n"
            "def matches(compiled: Any, text: str) -> bool:\n    return False\n",
            "module": "from paqbridge.native import matches, pattern\n"
            "PATH = pattern('(/[a/]+)+')\n\n\ndef f(x):\n    return matches(PATH, x)\n",
        },
    )
    build(root, tmp_path / "dist", [esm("module", "f")])
    answers = evaluated(tmp_path / "dist" / "module.mjs", "[m.f('/A/a'), m.f('a'), m.f('/a\\n')]")
    assert answers == [True, False, False]


def test_rows_lose_what_is_for_readers(tmp_path: Path) -> None:
    """A row of a table is sent without its documentation; a dict that is no row stays whole."""
    text = (
        "ROW = {'name': 1, 'about': 'x', 'group': 'y', 'build': 'z', 'typescript': 'a'}\n"
        "METHODS = {'name': 1, 'group': 2, 'build': 3}\n"
        "def rows():\n    return [ROW, METHODS]\n"
    )
    compiled(tmp_path, text, "rows")
    found = evaluated(tmp_path / "dist" / "module.mjs", "m.rows()")
    assert found == [{"name": 1}, {"name": 1, "group": 2, "build": 3}]
