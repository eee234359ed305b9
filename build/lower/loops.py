"""Loops: every ``for`` becomes an index loop, in place or in ``native.loop``.

No page can change what iteration means.
"""

from __future__ import annotations

import ast

from language.facts import LOOPED_METHODS
from lower.expressions import Expressions
from lower.facts import Facts, assigned
from lower.nodes import assign, at, call, item, length, load, parameters


class Loops(Expressions):
    """Lowers ``for``. The iterated expression is evaluated once; hidden names start with ``$``."""

    facts: Facts

    def __init__(self, module: str, modules: frozenset[str]) -> None:
        super().__init__(module, modules)
        self.hidden = 0

    def fresh(self, hint: str) -> str:
        """Return a name that no Python can contain."""
        self.hidden += 1
        return f"${hint}{self.hidden}"

    def visit_For(self, node: ast.For) -> list[ast.stmt]:
        function = node.iter.func if isinstance(node.iter, ast.Call) else None
        if isinstance(function, ast.Name) and function.id == "range":
            return self.range_loop(node)
        if self.is_dict_method(function):
            return self.dict_loop(node, function)
        if isinstance(function, ast.Name) and function.id == "enumerate":
            index, target = node.target.elts
            return self.list_loop(node, self.visit(node.iter.args[0]), target, index)
        return self.list_loop(node, self.visit(node.iter), node.target)

    def is_dict_method(self, function: ast.expr | None) -> bool:
        return (
            isinstance(function, ast.Attribute)
            and function.attr in LOOPED_METHODS
            and not self.is_module(function.value)
        )

    def range_loop(self, node: ast.For) -> list[ast.stmt]:
        """The end is evaluated once; a name that the body changes does not count."""
        args = [self.visit(arg) for arg in node.iter.args]
        end = 0 if len(args) == 1 else 1
        prelude, args[end] = self.once(node, args[end], "end")
        if prelude and end and not self.facts.is_stable(args[0]):
            start, args[0] = self.once(node, args[0], "start")
            prelude = start + prelude
        counter = self.counter(node, node.target)
        body = self.bind(node.target, load(counter)) if counter != node.target.id else []
        loop = self.index_loop(node, counter, args, body)
        return [*prelude, loop]

    def dict_loop(self, node: ast.For, function: ast.Attribute) -> list[ast.stmt]:
        """Only own keys, taken before the loop starts."""
        prelude, table = self.once(node, self.visit(function.value), "dict")
        names = node.target.elts if isinstance(node.target, ast.Tuple) else [node.target]
        key = names[0] if function.attr != "values" else load(self.fresh("key"))
        first = []
        if function.attr != "keys":
            first = self.bind(names[-1], item(table, load(key.id)))
        loop = self.list_loop(node, self.helper("keys", table), key, first=first)
        return [*prelude, *loop]

    def list_loop(
        self,
        node: ast.For,
        items: ast.expr,
        target: ast.expr,
        index: ast.expr | None = None,
        first: list[ast.stmt] | None = None,
    ) -> list[ast.stmt]:
        """A loop over ``items``; ``first`` opens its body."""
        name = target.id if isinstance(target, ast.Name) else self.fresh("item")
        first = first or self.unpacked(target, name)
        shared = self.facts.shared(node)
        if shared is not None:
            first = [ast.Nonlocal(names=shared), *first] if shared else first
            return self.called_loop(node, items, [name, index.id] if index else [name], first)
        prelude, items = self.once(node, items, "list")
        counter = self.counter(node, index)
        body = self.bind(index, load(counter)) if index and counter != index.id else []
        body += [assign(name, item(items, load(counter))), *first]
        return [*prelude, self.index_loop(node, counter, [length(items)], body)]

    def called_loop(
        self, node: ast.For, items: ast.expr, names: list[str], first: list[ast.stmt]
    ) -> list[ast.stmt]:
        """``native.loop(xs, body)``: shorter where nothing jumps out of the loop or outlives it."""
        rounds = [_Rounds().visit(statement) for statement in node.body]
        body = [at(node, statement) for statement in first] + self.block(rounds)
        arguments = parameters(*names)
        if len(body) == 1 and isinstance(body[0], ast.Expr):
            visit: ast.expr = ast.Lambda(args=arguments, body=body[0].value)
            return [at(node, ast.Expr(value=self.helper("loop", items, visit)))]
        name = self.fresh("visit")
        function = ast.FunctionDef(name=name, args=arguments, body=body, decorator_list=[])
        run = ast.Expr(value=self.helper("loop", items, load(name)))
        return [at(node, function), at(node, run)]

    def index_loop(
        self, node: ast.For, counter: str, args: list[ast.expr], first: list[ast.stmt]
    ) -> ast.For:
        """``for (var counter = 0; counter < end; counter++) { first; body }``."""
        target = ast.Name(id=counter, ctx=ast.Store())
        body = [at(node, statement) for statement in first] + self.block(node.body)
        loop = ast.For(target=target, iter=call(load("range"), *args), body=body, orelse=[])
        return at(node, loop)

    def counter(self, node: ast.For, index: ast.expr | None) -> str:
        if isinstance(index, ast.Name):
            if index.id.startswith("$") or id(node) in self.facts.plain_counters:
                return index.id
        return self.fresh("i")

    def once(self, node: ast.For, value: ast.expr, hint: str) -> tuple[list[ast.stmt], ast.expr]:
        """Return statements that evaluate ``value`` once, and the expression to use then."""
        if self.facts.is_stable(value) and getattr(value, "id", "") not in assigned([node]):
            return [], value
        name = self.fresh(hint)
        return [at(node, assign(name, value))], load(name)

    def bind(self, target: ast.expr, value: ast.expr) -> list[ast.stmt]:
        """Bind a name, or a tuple of names, to ``value``."""
        if isinstance(target, ast.Name):
            return [assign(target.id, value)]
        whole = self.fresh("item")
        return [assign(whole, value), *self.unpacked(target, whole)]

    def unpacked(self, target: ast.expr, whole: str) -> list[ast.stmt]:
        """Bind the names of a tuple to the items of ``whole``; a name alone is it already."""
        names = target.elts if isinstance(target, ast.Tuple) else []
        return [
            assign(one.id, item(load(whole), ast.Constant(value=place)))
            for place, one in enumerate(names)
        ]

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """Lower the statements of a block; an empty one is ``pass``."""
        lowered: list[ast.stmt] = []
        for statement in body:
            result = self.visit(statement)
            lowered += result if isinstance(result, list) else [result] if result else []
        return lowered or [at(body[0], ast.Pass())]


class _Rounds(ast.NodeTransformer):
    """A loop's body as a function's: who goes on with the next round returns from this one."""

    def visit_Continue(self, node: ast.Continue) -> ast.Return:
        return at(node, ast.Return(value=None))

    def _keep(self, node: ast.stmt) -> ast.stmt:
        return node

    visit_For = visit_While = visit_FunctionDef = visit_Lambda = _keep
