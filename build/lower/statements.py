"""Statements: assignments, returns, functions and handlers."""

from __future__ import annotations

import ast

from language.facts import JS_MODULES
from lower.comprehensions import Comprehensions, is_built
from lower.facts import Facts
from lower.javascript import (
    is_call_of,
    javascript_function,
    javascript_value,
    js_decorator,
)
from lower.nodes import assign, at, load, runs_code


class Statements(Comprehensions):
    """Lowers a whole module; ``rebound`` are the names that inner functions change."""

    rebound: frozenset[str] = frozenset()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.returns = None
        node.args.defaults = []
        for one in node.args.args:
            one.annotation = None
        decorator = js_decorator(node)
        if decorator:
            return javascript_function(node, decorator)
        outer = getattr(self, "facts", None)
        self.facts = Facts(node, self.rebound)
        node.body = self.block(node.body)
        self.facts = outer
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> list[ast.stmt]:
        """``x: T = v`` is ``x = v``; ``x: T`` alone says nothing to a browser."""
        if node.value is None or _is_type_alias(node.annotation):
            return []
        return self.visit_Assign(at(node, ast.Assign(targets=[node.target], value=node.value)))

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        target = node.targets[0]
        if is_call_of(node.value, "js_value") and self.module in JS_MODULES:
            node.value = javascript_value(node.value)
            return [node]
        if isinstance(target, ast.Tuple):
            return self.unpack(node, target)
        prelude, node.value = self.whole_value(node, target)
        node.targets = [self.visit(target)]
        if _is_self_assignment(node):
            return prelude
        return [*prelude, node]

    def whole_value(self, node: ast.Assign, target: ast.expr) -> tuple[list[ast.stmt], ast.expr]:
        """Return the statements that must come first, and the value to assign then."""
        if is_built(node.value):
            name = self.accumulator(target, node.value)
            return self.comprehension_into(name, node.value), load(name)
        value = self.visit(node.value)
        if runs_code(value) and self.moves(target):
            name = self.fresh("value")
            return [at(node, assign(name, value))], load(name)
        return [], value

    def moves(self, target: ast.expr) -> bool:
        """Python evaluates a target after the value, JavaScript before: does it matter here?"""
        if isinstance(target, ast.Subscript):
            return not (self.facts.is_stable(target.value) and self.facts.is_stable(target.slice))
        return isinstance(target, ast.Attribute) and not self.facts.is_stable(target.value)

    def unpack(self, node: ast.Assign, target: ast.Tuple) -> list[ast.stmt]:
        """``a, b = pair`` and ``a, b = b, a``."""
        value = self.visit(node.value)
        return [at(node, statement) for statement in self.bind(target, value)]

    def visit_Return(self, node: ast.Return) -> ast.stmt | list[ast.stmt]:
        if is_built(node.value):
            name = self.fresh("new")
            built = self.comprehension_into(name, node.value)
            return [*built, at(node, ast.Return(value=load(name)))]
        self.generic_visit(node)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.stmt | list[ast.stmt]:
        if isinstance(node.value, ast.Constant):
            return []
        self.generic_visit(node)
        return node

    def visit_Try(self, node: ast.Try) -> ast.Try:
        """``except Exception`` catches whatever a page may throw, errors or not."""
        for handler in node.handlers:
            handler.type = None
        self.generic_visit(node)
        return node


def _is_type_alias(annotation: ast.expr) -> bool:
    return isinstance(annotation, ast.Name) and annotation.id == "TypeAlias"


def _is_self_assignment(node: ast.Assign) -> bool:
    target, value = node.targets[0], node.value
    return isinstance(target, ast.Name) and isinstance(value, ast.Name) and target.id == value.id
