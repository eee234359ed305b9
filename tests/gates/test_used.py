"""Nothing in the rooms of the browser is there for its tests alone."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

TOP = Path(__file__).parents[2]
PACKAGE = TOP / "integration" / "paqbridge"
FOR_OTHERS = ("web", "entries")
"""What servers import, and what a bundle exports: who calls that is not in this repository."""

NAMED = (ast.FunctionDef, ast.ClassDef)


def names_of(node: ast.AST) -> Counter[str]:
    """Count the names that code reads: variables, attributes, and words of the types in texts."""
    names: Counter[str] = Counter()
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load):
            names[one.id] += 1
        elif isinstance(one, ast.Attribute):
            names[one.attr] += 1
        elif isinstance(one, ast.Constant) and isinstance(one.value, str):
            names.update(re.findall(r"\w+", one.value))
    return names


def unused(trees: list[ast.Module], asked: Counter[str]) -> list[str]:
    """Return the functions, methods and classes of ``trees`` that only they themselves name."""
    own = [node for tree in trees for node in ast.walk(tree) if isinstance(node, NAMED)]
    return [
        node.name
        for node in own
        if not node.name.startswith("__") and asked[node.name] <= names_of(node)[node.name]
    ]


def test_everything_is_used() -> None:
    """Each function, method and class is named by another, or by what the build writes."""
    paths = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py")]
    trees = {path: without_texts(ast.parse((PACKAGE / path).read_text("utf-8"))) for path in paths}
    build = [ast.parse(path.read_text("utf-8")) for path in (TOP / "build").rglob("*.py")]
    asked = sum((names_of(tree) for tree in [*trees.values(), *build]), Counter[str]())
    rooms = [tree for path, tree in trees.items() if path.parts[0] not in FOR_OTHERS]
    assert unused(rooms, asked) == []


def without_texts(tree: ast.Module) -> ast.Module:
    """Return a tree without its docstrings, which name much that is no code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value.value = ""
    return tree


def test_one_that_is_not_is_seen() -> None:
    """One that calls itself is named by nobody else; one that stands in a type is used."""
    tree = ast.parse("def f():\n  f()\nclass C:\n  def m(self): g()\ndef g() -> 'C': ...")
    assert unused([tree], names_of(tree)) == ["f", "m"]
