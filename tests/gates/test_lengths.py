"""Nothing in the package is too long to be read at once: functions, and modules."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "integration" / "paqbridge"
MODULES = sorted(PACKAGE.rglob("*.py"))
FUNCTION, MAKER, MODULE = 40, 60, 250
LONG = {"native.py", "host.py", "elements.py"}
"""Lists of small things, each of which has to have one place: JavaScript, and the page."""

each_module = pytest.mark.parametrize(
    "path", MODULES, ids=[path.relative_to(PACKAGE).as_posix() for path in MODULES]
)


def lines_of_code(node: ast.AST, text: list[str]) -> int:
    """Return how many lines of a function are code: no blank ones, comments or docstrings."""
    documented = {
        line
        for one in ast.walk(node)
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
        for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)
    }
    first, last = getattr(node, "lineno", 1), getattr(node, "end_lineno", len(text))
    lines = [line for line in range(first, last + 1) if line not in documented]
    said = [text[line - 1].strip() for line in lines]
    return sum(1 for line in said if line and not line.startswith("#"))


def too_long(text: str) -> list[str]:
    """Return the functions and methods that are longer than they may be; inner ones count."""
    lines = text.splitlines()
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            bound = MAKER if node.name.startswith("create_") else FUNCTION
            length = lines_of_code(node, lines)
            if length > bound:
                found.append(f"{node.name}: {length} lines, at most {bound}")
    return found


def is_table(tree: ast.Module) -> bool:
    """Tell a module without a function: rows, types or texts."""
    return not any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))


@each_module
def test_functions(path: Path) -> None:
    """A function, with those inside it, fits a screen; one that only puts things together, two."""
    assert too_long(path.read_text("utf-8")) == []


@each_module
def test_modules(path: Path) -> None:
    """A module holds one thing, and is short; tables, and the one JavaScript, may be long."""
    text = path.read_text("utf-8")
    long = len(text.splitlines()) > MODULE
    assert not long or path.name in LONG or is_table(ast.parse(text))


def test_what_counts() -> None:
    """Docstrings, comments and blank lines are free; inner functions and each method count."""
    text = (
        'def f():\n    """One.\n\n    Two.\n    """\n    # why\n\n    x = 1\n\n'
        "    def g():\n        return x\n\n    return g\n"
    )
    assert lines_of_code(ast.parse(text).body[0], text.splitlines()) == 5
    body = "".join(f"    x{n} = {n}\n" for n in range(FUNCTION))
    assert too_long(f"def f():\n{body}") == ["f: 41 lines, at most 40"]
    assert too_long(f"def create_f():\n{body}") == []
    method = "class A:\n    def m(self):\n" + body.replace("    x", "        x")
    assert too_long(method) == ["m: 41 lines, at most 40"]
