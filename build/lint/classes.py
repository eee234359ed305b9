"""Which classes the language has: those that are a function with inner functions, written well.

It reads the tree as it was written; the other checks see what ``lower_classes`` makes of it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from language.facts import JS_WORDS, LOWERED_METHODS, REFUSED_METHODS, RENAMED_METHODS
from lint import messages as say
from lint.base import Check, Complaint
from lower.classes import assigned_fields, constructor, is_final, is_own, methods, own_nodes

TAKEN = {*RENAMED_METHODS, *LOWERED_METHODS, *REFUSED_METHODS, *JS_WORDS}
"""Method names that mean something else after a dot."""

LOOPS = (ast.For, ast.comprehension)

Found = Iterator[tuple[ast.AST, str]]


class Classes(Check):
    """Says what was found of a module's classes when it was read."""

    def run(self) -> list[Complaint]:
        for node, why in self.source.refused:
            self.complain(node, why)
        return self.complaints


def refusals(tree: ast.Module) -> Found:
    """Yield each place of a class that is not in the language, and why."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from _class(node, node in tree.body)


def public_methods(tree: ast.Module) -> frozenset[str]:
    """Return the names that may follow a dot, since a class or a ``Protocol`` has such a method."""
    classes = [one for one in tree.body if is_final(one) or _is_protocol(one)]
    names = {method.name for one in classes for method in methods(one)}
    return frozenset(name for name in names - TAKEN if not name.startswith("_"))


def _is_protocol(node: ast.AST) -> bool:
    bases = node.bases if isinstance(node, ast.ClassDef) else []
    return any(isinstance(one, ast.Name) and one.id == "Protocol" for one in bases)


def _class(node: ast.ClassDef, is_top: bool) -> Found:
    if not is_top:
        yield node, say.CLASS_INSIDE
    if not is_final(node):
        yield node, say.CLASS_FINAL
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef):
            yield from _method(statement)
        elif not _is_docstring(statement):
            yield statement, say.CLASS_BODY
    yield from _fields(node)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _method(node: ast.FunctionDef) -> Found:
    name = node.name
    if node.decorator_list:
        yield node.decorator_list[0], say.CLASS_DECORATOR
    if name in TAKEN:
        yield node, f"`{name}` {say.CLASS_METHOD_NAME}"
    elif name.startswith("__") and name != "__init__":
        yield node, f"`{name}` {say.CLASS_DUNDER}"
    if [one.arg for one in node.args.args[:1]] != ["self"]:
        yield node, say.CLASS_SELF_FIRST
    yield from _self(node)
    yield from _loop_targets(node)


def _self(node: ast.FunctionDef) -> Found:
    """``self`` is no value: after lowering there is no such thing."""
    allowed = [one.value for one in ast.walk(node) if is_own(one)] + node.args.args[:1]
    for one in ast.walk(node):
        name = getattr(one, "id", getattr(one, "arg", ""))
        if name == "self" and one not in allowed:
            yield one, say.CLASS_SELF


def _loop_targets(node: ast.FunctionDef) -> Found:
    for loop in (one for one in ast.walk(node) if isinstance(one, LOOPS)):
        for one in ast.walk(loop.target):
            if is_own(one):
                yield one, say.CLASS_LOOP


def _fields(node: ast.ClassDef) -> Found:
    start = constructor(node)
    fields = assigned_fields(start.body) if start else []
    names = [one.name for one in methods(node)]
    for statement in own_nodes(start.body) if start else ():
        if isinstance(statement, ast.Return):
            yield statement, say.CLASS_RETURN
    for one in (one for one in ast.walk(node) if is_own(one)):
        if isinstance(one.ctx, ast.Load) and one.attr not in {*fields, *names}:
            yield one, f"`{one.attr}` {say.CLASS_UNKNOWN}"
        elif not isinstance(one.ctx, ast.Load):
            yield from _assigned(one, fields, names)


def _assigned(node: ast.Attribute, fields: list[str], names: list[str]) -> Found:
    if node.attr in names:
        yield node, f"`{node.attr}` {say.CLASS_METHOD_SET}"
    elif not node.attr.startswith("_") or node.attr.startswith("__"):
        yield node, f"`{node.attr}` {say.CLASS_FIELD_NAME}"
    elif node.attr not in fields:
        yield node, f"`{node.attr}` {say.CLASS_UNKNOWN}"
