"""Comprehensions, ``any`` and ``all``: calls or loops, since Transcrypt's need its runtime."""

from __future__ import annotations

import ast
from collections.abc import Callable

from language.facts import LOOP_BUILTINS, LOOPED_METHODS, QUANTIFIERS
from lower.facts import mentions
from lower.loops import Loops
from lower.nodes import assign, at, item, load, method, parameters

Innermost = Callable[[ast.expr], list[ast.stmt]]


def is_built(value: ast.expr | None) -> bool:
    """Tell whether ``value`` is built by a loop, which needs a statement of its own."""
    if isinstance(value, ast.ListComp):
        return not _is_mapped(value) and not _is_chosen(value)
    return isinstance(value, ast.DictComp)


def quantifier(value: ast.expr | None) -> str | None:
    """Return 'any' or 'all' for ``any(... for ...)`` and ``all(... for ...)``."""
    if not isinstance(value, ast.Call) or not isinstance(value.func, ast.Name):
        return None
    if len(value.args) != 1 or not isinstance(value.args[0], ast.GeneratorExp):
        return None
    return value.func.id if value.func.id in QUANTIFIERS else None


def walks_a_list(generator: ast.comprehension) -> bool:
    """Tell whether ``for x in xs`` takes the items of a list as they are."""
    func = generator.iter.func if isinstance(generator.iter, ast.Call) else None
    if isinstance(func, ast.Name):
        return func.id not in LOOP_BUILTINS
    return not isinstance(func, ast.Attribute) or func.attr not in LOOPED_METHODS


def _walks_one_list(value: ast.ListComp) -> bool:
    return len(value.generators) == 1 and walks_a_list(value.generators[0])


def _is_mapped(value: ast.ListComp) -> bool:
    """``[f(x) for x in xs]``."""
    return _walks_one_list(value) and not value.generators[0].ifs


def _is_chosen(value: ast.ListComp) -> bool:
    """``[x for x in xs if test]``."""
    one = value.generators[0]
    is_item = isinstance(value.elt, ast.Name) and isinstance(one.target, ast.Name)
    is_same = is_item and value.elt.id == one.target.id
    return _walks_one_list(value) and is_same and len(one.ifs) > 0


class Comprehensions(Loops):
    """Lowers comprehensions and quantifiers: to one call where that can be, else to a loop."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """``any(test for x in xs)`` -> ``some(xs, lambda x: test)``, which stops early."""
        kind = quantifier(node)
        if kind is None:
            return super().visit_Call(node)
        whole = node.args[0]
        one, *inner = whole.generators
        test = whole.elt
        if inner:
            nested = ast.GeneratorExp(elt=test, generators=inner)
            test = ast.Call(func=node.func, args=[nested], keywords=[])
        if kind == "any":
            return at(node, self.over("some", one, [*one.ifs, test]))
        unmet = self.over("some", one, [*one.ifs, ast.UnaryOp(op=ast.Not(), operand=test)])
        return at(node, ast.UnaryOp(op=ast.Not(), operand=unmet))

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        one = node.generators[0]
        if _is_chosen(node):
            return at(node, self.over("chosen", one, one.ifs))
        return at(node, self.over("mapped", one, [node.elt]))

    def over(self, helper: str, one: ast.comprehension, parts: list[ast.expr]) -> ast.expr:
        """Return a call of ``helper`` with the list, and a function of an item that gives all."""
        target = one.target
        name = target.id if isinstance(target, ast.Name) else self.fresh("item")
        whole = parts[0] if len(parts) == 1 else ast.BoolOp(op=ast.And(), values=parts)
        if isinstance(target, ast.Tuple):
            places = {one.id: place for place, one in enumerate(target.elts)}
            whole = _Unpacking(name, places).visit(whole)
        items = self.visit(one.iter)
        test = ast.Lambda(args=parameters(name), body=self.visit(whole))
        return self.helper(helper, items, test)

    def comprehension_into(self, target: str, value: ast.expr) -> list[ast.stmt]:
        """Return statements that build the list or dict ``value`` in ``target``."""
        empty = ast.List(elts=[], ctx=ast.Load())
        if isinstance(value, ast.DictComp):
            empty = ast.Dict(keys=[], values=[])
        loops = self.nest(value, value.generators, lambda v: self.collect(target, v))
        return [at(value, assign(target, empty)), *loops]

    def collect(self, target: str, value: ast.expr) -> list[ast.stmt]:
        if isinstance(value, ast.ListComp):
            return [ast.Expr(value=method(load(target), "append", value.elt))]
        place = item(load(target), value.key)
        place.ctx = ast.Store()
        return [ast.Assign(targets=[place], value=value.value)]

    def accumulator(self, target: ast.expr, value: ast.expr) -> str:
        """Build in the target itself where nobody can see it half-built."""
        if isinstance(target, ast.Name) and not mentions(value, target.id):
            if target.id not in self.facts.captured | self.facts.rebound:
                return target.id
        return self.fresh("new")

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


class _Unpacking(ast.NodeTransformer):
    """Where a function gets an item whole, its parts stand for the names of a tuple."""

    def __init__(self, whole: str, places: dict[str, int]) -> None:
        self.whole = whole
        self.places = places

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id not in self.places:
            return node
        return at(node, item(load(self.whole), ast.Constant(value=self.places[node.id])))
