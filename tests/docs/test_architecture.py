"""docs/architecture.md tells of the rooms that are there, and of what each may import."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.docs.pages import TOP

PACKAGE = TOP / "integration/paqbridge"
TEXT = (TOP / "docs/architecture.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)` \| .* \| ([`\w, ]*)\|$", re.MULTILINE)
SECTION = TEXT.partition("## The rooms\n")[2].partition("\n## ")[0]
MAY_IMPORT = {room: set(re.findall(r"\w+", others)) for room, others in ROW.findall(SECTION)}
BY_ANY = {"types", "flags", "native"}
BY_NATIVE = {"native": {"native_support"}, "host": {"native_support"}}


def room_of(path: Path) -> str:
    """Return the room that a module is in: a folder, or a file of its own."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


FRONT = ("__init__", "__main__", "apps")
"""Modules of no room: what Python sites import or run."""


def modules() -> list[Path]:
    """Return the modules of the rooms."""
    return [path for path in PACKAGE.rglob("*.py") if room_of(path) not in FRONT]


def imports_of(path: Path) -> Iterator[str]:
    """Yield the rooms that a module imports from; what only type checkers read is left out."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("paqbridge"):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from {name.split(".")[1] for name in names}


def test_rooms() -> None:
    """The table has every room, and none that is not there."""
    assert MAY_IMPORT.keys() == {room_of(path) for path in modules()}


def test_imports() -> None:
    """No module imports from a room that the table does not allow."""
    found = {(room_of(path), other) for path in modules() for other in imports_of(path)}
    strange = [
        (room, other)
        for room, other in sorted(found)
        if other not in {room} | BY_ANY | MAY_IMPORT.get(room, set()) | BY_NATIVE.get(room, set())
    ]
    assert strange == []


def test_no_circle() -> None:
    """The table itself lets no room import, over however many others, from itself."""
    left = dict(MAY_IMPORT)
    assert len(left) > 10
    while free := [room for room, others in left.items() if not others & left.keys()]:
        left = {room: others for room, others in left.items() if room not in free}
    assert left == {}
