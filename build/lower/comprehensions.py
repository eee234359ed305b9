"""Comprehensions, ``any`` and ``all``: written as loops, since Transcrypt's need its runtime."""

from __future__ import annotations

import ast
from collections.abc import Callable

from lower.facts import mentions
from lower.loops import Loops
from lower.nodes import assign, at, item, load, push

Innermost = Callable[[ast.expr], list[ast.stmt]]


def is_comprehension(value: ast.expr | None) -> bool:
    return isinstance(value, ast.ListComp | ast.DictComp)


def quantifier(value: ast.expr | None) -> str | None:
    """Return 'any' or 'all' for ``any(... for ...)`` and ``all(... for ...)``."""
    if not isinstance(value, ast.Call) or not isinstance(value.func, ast.Name):
        return None
    if len(value.args) != 1 or not isinstance(value.args[0], ast.GeneratorExp):
        return None
    return value.func.id if value.func.id in ("any", "all") else None


def guarded_quantifier(value: ast.expr | None) -> str | None:
    """Return 'any' or 'all' for ``test and all(... for ...)``, where each test gives a boolean."""
    if not isinstance(value, ast.BoolOp) or not isinstance(value.op, ast.And):
        return None
    return quantifier(value.values[-1]) if all(map(_is_boolean, value.values[:-1])) else None


def _is_boolean(value: ast.expr) -> bool:
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in ("isinstance", "callable")
    return isinstance(value, ast.Compare) or (
        isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not)
    )


class Comprehensions(Loops):
    """Lowers comprehensions and quantifiers to the loops of the layer below."""

    def comprehension_into(self, target: str, value: ast.expr) -> list[ast.stmt]:
        """Return statements that build the list or dict ``value`` in ``target``."""
        empty = ast.List(elts=[], ctx=ast.Load())
        if isinstance(value, ast.DictComp):
            empty = ast.Dict(keys=[], values=[])
        loops = self.nest(value, value.generators, lambda v: self.collect(target, v))
        return [at(value, assign(target, empty)), *loops]

    def collect(self, target: str, value: ast.expr) -> list[ast.stmt]:
        if isinstance(value, ast.ListComp):
            return [push(target, value.elt)]
        place = item(load(target), value.key)
        place.ctx = ast.Store()
        return [ast.Assign(targets=[place], value=value.value)]

    def accumulator(self, target: ast.expr, value: ast.expr) -> str:
        """Build in the target itself where nobody can see it half-built."""
        if isinstance(target, ast.Name) and not mentions(value, target.id):
            if target.id not in self.facts.captured | self.facts.rebound:
                return target.id
        return self.fresh("new")

    def return_quantified(self, value: ast.Call, kind: str) -> list[ast.stmt]:
        """``return any(test for x in xs)`` -> a loop that returns."""
        decided = ast.Return(value=ast.Constant(value=kind == "any"))
        otherwise = at(value, ast.Return(value=ast.Constant(value=kind != "any")))
        return [*self.search(value, kind, [decided]), otherwise]

    def return_guarded(self, value: ast.BoolOp, kind: str) -> list[ast.stmt]:
        """``return test and all(...)`` -> ``if not test: return False``, then the loop."""
        tests = value.values[:-1]
        whole = tests[0] if len(tests) == 1 else ast.BoolOp(op=ast.And(), values=tests)
        leave: list[ast.stmt] = [ast.Return(value=ast.Constant(value=False))]
        unmet = ast.UnaryOp(op=ast.Not(), operand=whole)
        first = self.block([at(value, ast.If(test=unmet, body=leave, orelse=[]))])
        return first + self.return_quantified(value.values[-1], kind)

    def assign_quantified(self, target: str, value: ast.Call, kind: str) -> list[ast.stmt]:
        """``found = any(test for x in xs)`` -> a loop that breaks."""
        start = at(value, assign(target, ast.Constant(value=kind != "any")))
        decided = [assign(target, ast.Constant(value=kind == "any")), ast.Break()]
        return [start, *self.search(value, kind, decided)]

    def search(self, value: ast.Call, kind: str, decided: list[ast.stmt]) -> list[ast.stmt]:
        def innermost(one: ast.expr) -> list[ast.stmt]:
            test = one.elt if kind == "any" else ast.UnaryOp(op=ast.Not(), operand=one.elt)
            return [ast.If(test=test, body=decided, orelse=[])]

        generator = value.args[0]
        return self.nest(generator, generator.generators, innermost)

    def nest(
        self, whole: ast.expr, generators: list[ast.comprehension], innermost: Innermost
    ) -> list[ast.stmt]:
        """Return nested loops around ``innermost``, lowered; their names are hidden ones."""
        first, generators[0].iter = generators[0].iter, ast.Constant(value=None)
        renamed = self.rename(whole, generators)
        renamed.generators[0].iter = first
        body = innermost(renamed)
        for one in reversed(renamed.generators):
            for test in reversed(one.ifs):
                body = [ast.If(test=test, body=body, orelse=[])]
            body = [ast.For(target=one.target, iter=one.iter, body=body, orelse=[])]
        return self.block([at(whole, body[0])])

    def rename(self, whole: ast.expr, generators: list[ast.comprehension]) -> ast.expr:
        """A comprehension's names are its own: give them names that clash with none."""
        names = [
            node.id
            for generator in generators
            for node in ast.walk(generator.target)
            if isinstance(node, ast.Name)
        ]
        return _Renaming({name: self.fresh(name) for name in names}).visit(whole)


class _Renaming(ast.NodeTransformer):
    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self.names.get(node.id, node.id)
        return node
