"""Lists and dicts where Python looks inside and JavaScript does not: truth, ==, +, loops."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from lint import messages as say
from lint.base import Check, Source
from lower.javascript import js_decorator

LITERALS: dict[type[ast.expr] | type[None], str] = {
    ast.List: "list",
    ast.ListComp: "list",
    ast.Dict: "dict",
    ast.DictComp: "dict",
    ast.JoinedStr: "str",
}
KINDS = {"list": "list", "dict": "dict", "tuple": "list", "Mapping": "dict", "str": "str"}
CONTAINERS = ("list", "dict")


class Values(Check):
    """Knows the kind of a name from its annotation, or from the literal that it is given.

    ``returns`` and ``constants`` are what the package's functions return and its names hold.
    """

    def __init__(
        self,
        source: Source,
        aliases: dict[str, str],
        returns: dict[str, str],
        constants: dict[str, str],
    ) -> None:
        super().__init__(source)
        self.aliases = aliases
        self.returns = _imported(source, returns)
        self.returns.update(returned_kinds(source, aliases))
        own = bound_kinds(source.tree.body, aliases)
        self.known = [{**_imported(source, constants), **own}]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if js_decorator(node) is not None:
            return
        parameters = {one.arg: annotated(one.annotation, self.aliases) for one in node.args.args}
        self.known.append({**parameters, **bound_kinds(node.body, self.aliases)})
        self.check_numbers(node)
        self.visit_all(node.body)
        self.known.pop()

    def kind(self, node: ast.expr) -> str:
        """Return 'list', 'dict', 'str' or '' for an expression."""
        if isinstance(node, ast.Name):
            return next((k[node.id] for k in reversed(self.known) if node.id in k), "")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            hidden = any(node.func.id in names for names in self.known[1:])
            return "" if hidden else self.returns.get(node.func.id, "")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            return "list" if node.func.attr in ("keys", "split") else ""
        return LITERALS.get(type(node), "")

    def check_truth(self, node: ast.expr) -> None:
        if self.kind(node) in CONTAINERS:
            self.complain(node, say.TRUTH)

    def visit_If(self, node: ast.If | ast.While | ast.IfExp) -> None:
        self.check_truth(node.test)
        self.generic_visit(node)

    visit_While = visit_IfExp = visit_If

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for value in node.values[:-1]:
            self.check_truth(value)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.check_truth(node.operand)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self.check_truth(test)
        self.check_iterated(node.iter)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        self.check_iterated(node.iter)
        self.generic_visit(node)

    def check_iterated(self, node: ast.expr) -> None:
        kind = self.kind(node)
        if kind in ("dict", "str"):
            self.complain(node, say.OVER_DICT if kind == "dict" else say.OVER_TEXT)

    def visit_Compare(self, node: ast.Compare) -> None:
        equality = any(isinstance(op, ast.Eq | ast.NotEq) for op in node.ops)
        sides = [node.left, *node.comparators]
        if equality and any(self.kind(side) in CONTAINERS for side in sides):
            self.complain(node, say.SAME)
        kind = self.kind(sides[1])
        if isinstance(node.ops[0], ast.In | ast.NotIn) and kind in ("str", "dict"):
            self.complain(node, say.IN_TEXT if kind == "str" else say.IN_DICT)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id == "len" and node.args:
            if self.kind(node.args[0]) == "dict":
                self.complain(node, say.DICT_LENGTH)
        self.generic_visit(node)

    def visit_FormattedValue(self, node: ast.FormattedValue) -> None:
        if self.kind(node.value) in CONTAINERS:
            self.complain(node, say.FORMATTED)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        sides = (node.left, node.right)
        if isinstance(node.op, ast.Add) and any(self.kind(s) in CONTAINERS for s in sides):
            if not any(type(side) in LITERALS for side in sides):
                self.complain(node, say.LIST_PLUS)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if self.kind(node.target) in CONTAINERS or self.kind(node.value) in CONTAINERS:
            self.complain(node, say.LIST_PLUS)
        self.generic_visit(node)

    def check_numbers(self, function: ast.FunctionDef) -> None:
        """True is an int on CPython: a test for numbers needs a test for bool beside it."""
        tests = list(_instance_tests(function))
        aware = {ast.dump(value) for value, names in tests if "bool" in names}
        for value, names in tests:
            if "int" in names and ast.dump(value) not in aware:
                self.complain(value, say.INSTANCE_BOOL)


def annotated(annotation: ast.expr | None, aliases: dict[str, str]) -> str:
    """Return 'list', 'dict', 'str' or '' for an annotation; ``| None`` changes nothing."""
    if isinstance(annotation, ast.BinOp):
        return annotated(annotation.left, aliases) or annotated(annotation.right, aliases)
    if isinstance(annotation, ast.Subscript):
        return annotated(annotation.value, aliases)
    name = annotation.id if isinstance(annotation, ast.Name) else ""
    return KINDS.get(name) or aliases.get(name, "")


def bound_kinds(body: list[ast.stmt], aliases: dict[str, str]) -> dict[str, str]:
    """Return the kinds of the names that ``body`` binds; '' where it is not known."""
    kinds: dict[str, str] = {}
    for target, annotation, value in _bindings(body):
        kind = annotated(annotation, aliases) or LITERALS.get(type(value), "")
        kinds[target] = kinds.get(target) or kind
    return kinds


def returned_kinds(source: Source, aliases: dict[str, str]) -> dict[str, str]:
    """Return what the functions of a module give back, where they say so: name -> kind."""
    functions = [one for one in source.tree.body if isinstance(one, ast.FunctionDef)]
    return {one.name: annotated(one.returns, aliases) for one in functions}


def _imported(source: Source, kinds: dict[str, str]) -> dict[str, str]:
    imports = [one for one in source.tree.body if isinstance(one, ast.ImportFrom)]
    return {
        alias.asname or alias.name: kinds.get(f"{one.module}.{alias.name}", "")
        for one in imports
        for alias in one.names
    }


def container_aliases(types: ast.Module) -> dict[str, str]:
    """Return names of a module of types that stand for lists or dicts: ``Command = list[Any]``."""
    found = {}
    for node in types.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Subscript):
            base = node.value.value
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(base, ast.Name) and base.id in KINDS:
                found[target.id] = KINDS[base.id]
    return found


def _bindings(
    body: list[ast.stmt],
) -> Iterator[tuple[str, ast.expr | None, ast.expr | None]]:
    """Yield (name, annotation, value) for each assignment to a name, nested functions apart."""
    for node in _own_nodes(body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node.annotation, node.value
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, None, node.value
        elif isinstance(node, ast.FunctionDef):
            yield node.name, None, None


def _own_nodes(body: list[ast.stmt]) -> Iterator[ast.AST]:
    for node in body:
        yield node
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            yield from _own_nodes(list(ast.iter_child_nodes(node)))


def _instance_tests(function: ast.FunctionDef) -> Iterator[tuple[ast.expr, set[str]]]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "isinstance" and len(node.args) == 2:
                names = {n.id for n in ast.walk(node.args[1]) if isinstance(n, ast.Name)}
                yield node.args[0], names
