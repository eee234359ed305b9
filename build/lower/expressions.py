"""Expressions: what natural Python says, in the few forms that Transcrypt renders faithfully."""

from __future__ import annotations

import ast
from collections.abc import Collection
from functools import reduce
from itertools import groupby

from language.facts import DOCUMENTATION, NATIVE, RENAMED_METHODS
from lower.javascript import is_call_of, regex_literal
from lower.nodes import (
    at,
    attribute,
    call,
    equal,
    item,
    length,
    load,
    method,
    operand,
)

TYPEOF = {"str": "string", "bool": "boolean", "int": "number", "float": "number"}
HELPER_TYPES = {"list": "is_list", "dict": "is_dict"}


class Expressions(ast.NodeTransformer):
    """Lowers expressions; ``helpers`` collects the functions of native.py that they call.

    The first of four layers: Expressions, Loops, Comprehensions, Statements, which ``lower`` runs.
    """

    def __init__(self, module: str, modules: frozenset[str]) -> None:
        self.module = module
        self.modules = modules
        self.helpers: set[str] = set()

    def helper(self, name: str, *args: ast.expr) -> ast.Call:
        """Call a function of native.py under a name that no Python can take."""
        if self.module == NATIVE:
            return call(load(name), *args)
        self.helpers.add(name)
        return call(load(f"${name}"), *args)

    def visit_Tuple(self, node: ast.Tuple) -> ast.expr:
        return self.visit_List(node)

    def visit_List(self, node: ast.List | ast.Tuple) -> ast.expr:
        """``[*a, b]`` -> ``joined(a, [b])``."""
        self.generic_visit(node)
        parts = _runs(node.elts)
        if len(parts) == 1 and isinstance(parts[0], ast.List):
            return at(node, parts[0])
        whole = parts[0]
        for part in parts[1:] or [ast.List(elts=[], ctx=ast.Load())]:
            whole = self.helper("joined", whole, part)
        return at(node, whole)

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        """``{**a, 'k': v}`` -> ``merged(a, {'k': v})``; a table's row loses its documentation."""
        self.generic_visit(node)
        parts = _entries(node)
        if len(parts) == 1 and isinstance(parts[0], ast.Dict):
            return at(node, parts[0])
        whole = parts[0]
        for part in parts[1:] or [ast.Dict(keys=[], values=[])]:
            whole = self.helper("merged", whole, part)
        return at(node, whole)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        """``f'{a}b'`` -> ``'' + a + 'b'``."""
        self.generic_visit(node)
        parts = [v.value if isinstance(v, ast.FormattedValue) else v for v in node.values]
        if not parts or not _is_text(parts[0]):
            parts.insert(0, ast.Constant(value=""))
        return at(node, reduce(lambda a, b: ast.BinOp(left=a, op=ast.Add(), right=b), parts))

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        lefts = [node.left, *node.comparators[:-1]]
        pairs = [
            self.compare(left, op, right)
            for left, op, right in zip(lefts, node.ops, node.comparators, strict=True)
        ]
        return at(node, pairs[0] if len(pairs) == 1 else ast.BoolOp(op=ast.And(), values=pairs))

    def compare(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> ast.expr:
        if isinstance(op, ast.Is | ast.IsNot):
            return _identity(left, op, right)
        if not isinstance(op, ast.In | ast.NotIn):
            return ast.Compare(left=left, ops=[op], comparators=[right])
        negated = isinstance(op, ast.NotIn)
        if isinstance(right, ast.List) and right.elts and isinstance(left, ast.Name):
            tests = [_same(left, one, negated) for one in right.elts]
            if len(tests) == 1:
                return tests[0]
            return ast.BoolOp(op=ast.And() if negated else ast.Or(), values=tests)
        found = self.helper("contains", right, left)
        return ast.UnaryOp(op=ast.Not(), operand=found) if negated else found

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """``x[1:]`` -> ``x.slice(1)``; ``x[-1]`` -> ``x[x.length - 1]``."""
        self.generic_visit(node)
        if isinstance(node.slice, ast.Slice):
            lower = node.slice.lower or ast.Constant(value=0)
            bounds = [lower] + ([node.slice.upper] if node.slice.upper else [])
            return at(node, method(node.value, "slice", *bounds))
        if isinstance(node.slice, ast.UnaryOp) and isinstance(node.slice.op, ast.USub):
            back = ast.BinOp(left=length(node.value), op=ast.Sub(), right=node.slice.operand)
            return at(node, item(node.value, back))
        node.value = operand(node.value)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        node.value = operand(node.value)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if is_call_of(node, "pattern") and getattr(self, "facts", None) is None:
            return regex_literal(node)
        if isinstance(node.func, ast.Name) and node.func.id == "cast":
            return self.visit(node.args[1])
        if isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            return at(node, self.instance_test(self.visit(node.args[0]), node.args[1]))
        self.generic_visit(node)
        if isinstance(node.func, ast.Name):
            return at(node, _builtin(node.func.id, node.args) or node)
        if isinstance(node.func, ast.Attribute):
            return at(node, self.method_call(node, node.func))
        node.func = operand(node.func)
        return node

    def is_module(self, value: ast.expr) -> bool:
        return isinstance(value, ast.Name) and value.id in self.modules

    def method_call(self, node: ast.Call, func: ast.Attribute) -> ast.expr:
        if self.is_module(func.value):
            return node
        if func.attr == "get":
            return self.helper("read", func.value, *node.args)
        if func.attr == "keys" and not node.args:
            return self.helper("keys", func.value)
        if func.attr == "append":
            return self.helper("append", func.value, *node.args)
        if func.attr == "join":
            return method(node.args[0], "join", func.value)
        if func.attr in RENAMED_METHODS:
            return call(attribute(func.value, RENAMED_METHODS[func.attr][0]), *node.args)
        return node

    def instance_test(self, value: ast.expr, types: ast.expr) -> ast.expr:
        names = [one.id for one in ast.walk(types) if isinstance(one, ast.Name)]
        tests = [equal(_typeof(value), ast.Constant(value=kind)) for kind in _typeofs(names)]
        tests += [self.helper(HELPER_TYPES[n], value) for n in names if n in HELPER_TYPES]
        return tests[0] if len(tests) == 1 else ast.BoolOp(op=ast.Or(), values=tests)


def _typeofs(names: list[str]) -> list[str]:
    return list(dict.fromkeys(TYPEOF[name] for name in names if name in TYPEOF))


def _typeof(value: ast.expr) -> ast.Call:
    return call(load("__typeof__"), operand(value))


def _builtin(name: str, args: list[ast.expr]) -> ast.expr | None:
    if name == "len":
        return length(args[0])
    if name == "callable":
        return equal(_typeof(args[0]), ast.Constant(value="function"))
    return None


def _identity(left: ast.expr, op: ast.cmpop, right: ast.expr) -> ast.expr:
    """``is None`` is loose, so that null counts; ``is True`` is strict."""
    if isinstance(right, ast.Constant) and right.value is None:
        return ast.Compare(left=left, ops=[op], comparators=[load("null")])
    return equal(left, right, isinstance(op, ast.IsNot))


def _same(left: ast.expr, right: ast.expr, negated: bool) -> ast.expr:
    if isinstance(right, ast.Constant) and right.value is None:
        return _identity(left, ast.IsNot() if negated else ast.Is(), right)
    return equal(left, right, negated)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _runs(elts: list[ast.expr]) -> list[ast.expr]:
    """Split the items of a list at its stars: [a, *b, c] -> [a], b, [c]."""
    parts: list[ast.expr] = []
    for starred, group in groupby(elts, lambda elt: isinstance(elt, ast.Starred)):
        if starred:
            parts += [elt.value for elt in group]
        else:
            parts.append(ast.List(elts=list(group), ctx=ast.Load()))
    return parts or [ast.List(elts=[], ctx=ast.Load())]


def _entries(node: ast.Dict) -> list[ast.expr]:
    """Split the entries of a dict at its double stars: {**a, 'k': v} -> a, {'k': v}."""
    entries = list(zip(node.keys, node.values, strict=True))
    if any(_is_named(key, {"about"}) for key in node.keys):
        entries = [pair for pair in entries if not _is_named(pair[0], DOCUMENTATION)]
    parts: list[ast.expr] = []
    for starred, group in groupby(entries, lambda entry: entry[0] is None):
        pairs = list(group)
        values = [value for _, value in pairs]
        parts += values if starred else [ast.Dict(keys=[key for key, _ in pairs], values=values)]
    return parts or [ast.Dict(keys=[], values=[])]


def _is_named(key: ast.expr | None, names: Collection[str]) -> bool:
    return isinstance(key, ast.Constant) and key.value in names
