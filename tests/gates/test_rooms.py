"""The rooms of the package: what is pure, where the page is named, where builds differ.

Who may import whom is a table of docs/architecture.md, which ``tests/docs`` holds the code to.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "integration" / "paqbridge"

PURE = ("read", "commands", "mapping", "tracker")
SHELL = "tracker/shell/"
"""The one folder of the tracker that may ask the page; the rest is pure."""

PAGE = {"host", "elements", "destination", "transports"}
"""Rooms that do something to a page, or ask it."""

PAGE_NAMES = re.compile(r"\b(?:window|document)\b(?!\s*:)")
FLAGS = {"NOTES", "FULL", "CORE", "DATES"}
MAY_SWITCH = {"explain", "native", "host", "kits", "flags"}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE) + sorted(
    path for path in PACKAGE.glob("*.py") if path.stem not in ("__init__", "__main__", "apps")
)


def room_of(path: Path) -> str:
    """Return the room that a module is in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


ROOMS = sorted({room_of(path) for path in MODULES})
each_room = pytest.mark.parametrize("room", ROOMS)


def modules_of(room: str) -> list[Path]:
    """Return the modules of a room."""
    return [path for path in MODULES if room_of(path) == room]


def shown(path: Path) -> str:
    """Return a module's path below the package."""
    return path.relative_to(PACKAGE).as_posix()


def tree_of(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text("utf-8"))


def imported(nodes: list[ast.stmt]) -> Iterator[str]:
    """Yield the dotted names below the package that these statements import."""
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "paqbridge":
            whole = node.module or ""
            yield from (f"{whole}.{alias.name}".partition(".")[2] for alias in node.names)


@pytest.mark.parametrize("room", PURE)
def test_pure_rooms_never_reach_the_page(room: str) -> None:
    """What is pure asks no page and sends nothing, not even by way of what it imports."""
    pure = [path for path in modules_of(room) if not shown(path).startswith(SHELL)]
    reached = {shown(path): sorted(PAGE & rooms_reached(path)) for path in pure}
    assert {path: rooms for path, rooms in reached.items() if rooms} == {}


def rooms_reached(path: Path) -> set[str]:
    """Return the rooms of all modules that run before a module does, its own left out."""
    seen: set[Path] = set()
    ahead = {path}
    while ahead:
        seen |= ahead
        ahead = {other for one in ahead for other in modules_asked(one)} - seen
    return {room_of(other) for other in seen - {path}}


def modules_asked(path: Path) -> Iterator[Path]:
    """Yield the modules that a module imports, whole or a name of theirs."""
    for name in imported(tree_of(path).body):
        whole = PACKAGE / name.replace(".", "/")
        found = [whole.with_suffix(".py"), whole.parent.with_suffix(".py")]
        yield from (one for one in found if one in MODULES)


@each_room
def test_nothing_needs_web(room: str) -> None:
    """What runs on servers is imported by nothing else, neither for types nor in a function."""
    if room != "web":
        for path in modules_of(room):
            nodes = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.stmt)]
            assert not [name for name in imported(nodes) if name.split(".")[0] == "web"], path


@each_room
def test_one_module_names_the_page(room: str) -> None:
    """``window`` and ``document`` stand in host.py alone, in Python and in JavaScript."""
    if room not in ("host", "web"):
        named = {shown(path): sorted(page_names(tree_of(path))) for path in modules_of(room)}
        assert {path: names for path, names in named.items() if names} == {}


def page_names(tree: ast.Module) -> set[str]:
    """Return what a module says of the page: names, and words of its JavaScript."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - own_names(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    scripts = [
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in ("js", "js_value")
        and isinstance(call.args[0], ast.Constant)
    ]
    return names & {"window", "document"} | set(PAGE_NAMES.findall("\n".join(map(str, scripts))))


def own_names(tree: ast.Module) -> set[str]:
    """Return the names that a module gives to something of its own."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    stored = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    return stored | {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}


@each_room
def test_logic_has_no_build_switch(room: str) -> None:
    """A build is told apart in a table or a limit, never inside a function, but where it may."""
    if room not in MAY_SWITCH:
        found = {shown(path): sorted(switches(tree_of(path))) for path in modules_of(room)}
        assert {path: places for path, places in found.items() if places} == {}


def switches(tree: ast.Module) -> set[str]:
    """Return the functions of a module in which a constant of the build stands, and which one."""
    return {
        f"{function.name}: {node.id}"
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and node.id in FLAGS
    }
