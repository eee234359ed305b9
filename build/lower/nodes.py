"""Small builders of syntax nodes, each at the place of the source that it stands for."""

from __future__ import annotations

import ast
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)

OPERATORS = (ast.BinOp, ast.BoolOp, ast.UnaryOp, ast.Compare)


class Parens(ast.expr):
    """An expression in parentheses, which Transcrypt would drop before ``[``, ``.`` and ``(``."""

    _fields = ("value",)
    value: ast.expr


def at(place: ast.AST, node: Node) -> Node:
    """Give ``node``, and what it holds without a place of its own, the place of ``place``."""
    ast.copy_location(node, place)
    return ast.fix_missing_locations(node)


def operand(value: ast.expr) -> ast.expr:
    """Return ``value`` such that ``.name``, ``[key]`` or ``(args)`` may follow it."""
    return at(value, Parens(value=value)) if isinstance(value, OPERATORS) else value


def load(name: str) -> ast.Name:
    return ast.Name(id=name, ctx=ast.Load())


def store(name: str) -> ast.Name:
    return ast.Name(id=name, ctx=ast.Store())


def assign(name: str, value: ast.expr) -> ast.Assign:
    return ast.Assign(targets=[store(name)], value=value)


def item(of: ast.expr, key: ast.expr) -> ast.Subscript:
    return ast.Subscript(value=operand(of), slice=key, ctx=ast.Load())


def attribute(of: ast.expr, name: str) -> ast.Attribute:
    return ast.Attribute(value=operand(of), attr=name, ctx=ast.Load())


def length(of: ast.expr) -> ast.Attribute:
    return attribute(of, "length")


def call(function: ast.expr, *args: ast.expr) -> ast.Call:
    return ast.Call(func=function, args=list(args), keywords=[])


def method(of: ast.expr, name: str, *args: ast.expr) -> ast.Call:
    return call(attribute(of, name), *args)


def equal(left: ast.expr, right: ast.expr, negated: bool = False) -> ast.Compare:
    op = ast.NotEq() if negated else ast.Eq()
    return ast.Compare(left=left, ops=[op], comparators=[right])


def parameters(*names: str) -> ast.arguments:
    args = [ast.arg(arg=name) for name in names]
    return ast.arguments(posonlyargs=[], args=args, kwonlyargs=[], kw_defaults=[], defaults=[])


def runs_code(value: ast.expr) -> bool:
    """Tell whether evaluating ``value`` can change what other expressions give."""
    return any(isinstance(node, ast.Call) for node in ast.walk(value))


def is_name_or_constant(value: ast.expr) -> bool:
    return isinstance(value, ast.Name | ast.Constant)
