"""What lowering must know of a function before it changes it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

NESTED = (ast.FunctionDef, ast.Lambda)


class Facts:
    """Names that others can see or change, and loops whose counter may be the loop's own name."""

    def __init__(self, function: ast.FunctionDef, rebound: frozenset[str]) -> None:
        self.function = function
        self.rebound = rebound
        self.captured = frozenset(_captured(function))
        self.plain_counters = frozenset(
            id(loop)
            for loop in ast.walk(function)
            if isinstance(loop, ast.For) and self._is_plain(function, loop)
        )

    def is_stable(self, value: ast.expr) -> bool:
        """Tell whether ``value`` gives the same however often, and whenever, it is evaluated."""
        if isinstance(value, ast.Name):
            return value.id not in self.rebound
        return isinstance(value, ast.Constant)

    def is_self_contained(self, loop: ast.For) -> bool:
        """Tell whether the body can be a function: no jump out of it, no name that others see."""
        nodes = list(_without_functions(loop.body))
        if any(isinstance(node, ast.Return | ast.Break | ast.Continue) for node in nodes):
            return False
        names = assigned(loop.body) | {
            node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)
        }
        inside = {id(node) for name in names for node in _uses(loop, name)}
        uses = [node for name in names for node in _uses(self.function, name)]
        return not names & self.rebound and all(id(node) in inside for node in uses)

    def _is_plain(self, function: ast.FunctionDef, loop: ast.For) -> bool:
        """A counter that outlives its loop, or is changed or seen elsewhere, must stay hidden."""
        name = _counter(loop)
        if name is None or name in self.captured or name in self.rebound:
            return False
        if name in assigned(loop.body):
            return False
        inside = {id(node) for node in _uses(loop, name)}
        return all(id(node) in inside for node in _uses(function, name))


def rebound_names(module: ast.Module) -> frozenset[str]:
    """Return the names that inner functions change by ``nonlocal``."""
    nonlocals = [node.names for node in ast.walk(module) if isinstance(node, ast.Nonlocal)]
    return frozenset(name for names in nonlocals for name in names)


def assigned(body: list[ast.stmt]) -> set[str]:
    """Return the names that these statements bind."""
    return {
        node.id
        for statement in body
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    } | {n.name for s in body for n in ast.walk(s) if isinstance(n, ast.FunctionDef)}


def _without_functions(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Yield the nodes of a block, but for those of the functions in it."""
    for node in body:
        yield node
        if not isinstance(node, NESTED):
            yield from _without_functions(list(ast.iter_child_nodes(node)))


def mentions(node: ast.AST, name: str) -> bool:
    return any(True for _ in _uses(node, name))


def _uses(node: ast.AST, name: str) -> list[ast.AST]:
    return [
        one
        for one in ast.walk(node)
        if (isinstance(one, ast.Name) and one.id == name)
        or (isinstance(one, ast.arg) and one.arg == name)
    ]


def _captured(function: ast.FunctionDef) -> set[str]:
    inner = [node for node in ast.walk(function) if isinstance(node, NESTED)]
    return {
        node.id
        for nested in inner
        if nested is not function
        for node in ast.walk(nested)
        if isinstance(node, ast.Name)
    }


def _counter(loop: ast.For) -> str | None:
    """Return the name that counts in ``for i in range(..)`` and ``for i, x in enumerate(..)``."""
    if not isinstance(loop.iter, ast.Call) or not isinstance(loop.iter.func, ast.Name):
        return None
    target: ast.expr = loop.target
    if loop.iter.func.id == "enumerate" and isinstance(target, ast.Tuple):
        target = target.elts[0]
    elif loop.iter.func.id != "range":
        return None
    return target.id if isinstance(target, ast.Name) else None
