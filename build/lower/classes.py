"""Classes become the closures that one would write by hand: a function with inner functions.

A pass of its own, ahead of every other: in goes a class of the language, out comes a function that
returns a dict of the public methods. Fields are its variables; ``self`` is gone. Hidden names hold
a ``$`` after a word, so that they clash neither with ours nor with those that lowering begins so.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from lower.nodes import at, load

SCOPES = (ast.FunctionDef, ast.Lambda, ast.ListComp, ast.DictComp, ast.GeneratorExp)


def without_classes(tree: ast.Module) -> ast.Module:
    """Put a function where each class of ``tree`` stands; those that lint refuses are left."""
    tree.body = [_function(one) if is_final(one) else one for one in tree.body]
    return tree


def is_final(node: ast.AST) -> bool:
    """Tell a class with the decorator ``final`` and nothing else, above it or in parentheses."""
    if not isinstance(node, ast.ClassDef) or len(node.decorator_list) != 1:
        return False
    bare = not (node.bases or node.keywords or getattr(node, "type_params", []))
    decorator = node.decorator_list[0]
    return bare and isinstance(decorator, ast.Name) and decorator.id == "final"


def methods(node: ast.ClassDef) -> list[ast.FunctionDef]:
    """Return what a class defines besides ``__init__``."""
    found = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    return [one for one in found if one.name != "__init__"]


def constructor(node: ast.ClassDef) -> ast.FunctionDef | None:
    """Return ``__init__``, if there is one."""
    found = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    return next((one for one in found if one.name == "__init__"), None)


def is_own(node: ast.AST) -> bool:
    """Tell ``self.name``."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    )


def assigned_fields(body: list[ast.stmt]) -> list[str]:
    """Return the fields that these statements assign, apart from the functions in them."""
    nodes = [one for one in own_nodes(body) if is_own(one) and isinstance(one.ctx, ast.Store)]
    return list(dict.fromkeys(one.attr for one in nodes))


def own_nodes(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Yield every node of a block, but for what the functions and comprehensions in it hold."""
    for node in body:
        yield node
        if not isinstance(node, SCOPES):
            yield from own_nodes(list(ast.iter_child_nodes(node)))


def _function(node: ast.ClassDef) -> ast.FunctionDef:
    own = methods(node)
    names = [one.name for one in own]
    start = constructor(node) or at(node, _nothing())
    _Renamed({**_apart(start, own), **_take_over(node, start)}).visit(start)
    first = _before_methods(start.body, names)
    body = [*start.body[:first], *map(_method, own), *start.body[first:], _public(node, names)]
    start.args.args = start.args.args[1:]
    function = ast.FunctionDef(name=node.name, args=start.args, body=body, decorator_list=[])
    return _Fields().visit(at(node, function))


def _nothing() -> ast.FunctionDef:
    arguments = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    return ast.FunctionDef(name="__init__", args=arguments, body=[], decorator_list=[])


def _before_methods(body: list[ast.stmt], names: list[str]) -> int:
    """Return how many statements of ``__init__`` can come before the methods, since none asks.

    As many as can: a minifier reads a variable that has its value before a function is made.
    """
    for place, statement in enumerate(body):
        if any(is_own(node) and node.attr in names for node in ast.walk(statement)):
            return place
    return len(body)


def _method(node: ast.FunctionDef) -> ast.FunctionDef:
    node.name = _hidden(node.name)
    node.args.args = node.args.args[1:]
    for function in ast.walk(node):
        if isinstance(function, ast.FunctionDef):
            _declare(function)
    return node


def _declare(function: ast.FunctionDef) -> None:
    """Say ``nonlocal`` for the fields that a function assigns."""
    names = [_hidden(name) for name in assigned_fields(function.body)]
    if names:
        function.body.insert(0, at(function.body[0], ast.Nonlocal(names=names)))


def _public(node: ast.ClassDef, names: list[str]) -> ast.Return:
    """Return the statement that gives back the methods that others may call, by name."""
    public = [name for name in names if not name.startswith("_")]
    keys: list[ast.expr | None] = [ast.Constant(value=name) for name in public]
    table = ast.Dict(keys=keys, values=[load(_hidden(name)) for name in public])
    return at(node.body[-1], ast.Return(value=table))


def _apart(start: ast.FunctionDef, own: list[ast.FunctionDef]) -> dict[str, str]:
    """Return new names for what ``__init__`` calls by a name that means another in a method."""
    used = {n.id for one in own for n in ast.walk(one) if isinstance(n, ast.Name)}
    inner = {n.name for n in own_nodes(start.body) if isinstance(n, ast.FunctionDef)}
    bound = inner | {one.arg for one in start.args.args[1:]} | _stored(own_nodes(start.body))
    return {name: f"init${name}" for name in used & bound}


def _take_over(node: ast.ClassDef, start: ast.FunctionDef) -> dict[str, str]:
    """Let a parameter that only becomes a field be that field; return its new name.

    The assignment goes: a minifier would keep both variables.
    """
    names: dict[str, str] = {}
    parameters = {one.arg for one in start.args.args[1:]}
    for statement in [*start.body]:
        field = _taken_over(statement)
        name = statement.value.id if field else ""
        if name in parameters - {*names} and _is_one_thing(node, start, field, name):
            names[name] = _hidden(field)
            start.body.remove(statement)
    return names


def _taken_over(statement: ast.stmt) -> str:
    """Return the field of ``self._field = name``, else ''."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
    elif isinstance(statement, ast.AnnAssign):
        target = statement.target
    else:
        return ""
    return target.attr if is_own(target) and isinstance(statement.value, ast.Name) else ""


def _is_one_thing(node: ast.ClassDef, start: ast.FunctionDef, field: str, name: str) -> bool:
    """Tell whether parameter and field always have one value, or nobody could see two."""
    body = [one for statement in start.body for one in ast.walk(statement)]
    if name in _stored(body) | {one.arg for one in body if isinstance(one, ast.arg)}:
        return False
    stores = [n for n in ast.walk(node) if is_own(n) and isinstance(n.ctx, ast.Store)]
    mentions = [one for one in body if isinstance(one, ast.Name) and one.id == name]
    return [one.attr for one in stores].count(field) == 1 or len(mentions) == 1


def _stored(nodes: Iterable[ast.AST]) -> set[str]:
    names = [one for one in nodes if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)]
    return {one.id for one in names}


def _hidden(name: str) -> str:
    return f"self${name}"


class _Fields(ast.NodeTransformer):
    """``self.name`` -> a variable of the function, or one of its inner functions."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if is_own(node):
            return at(node, ast.Name(id=_hidden(node.attr), ctx=node.ctx))
        self.generic_visit(node)
        return node


class _Renamed(ast.NodeTransformer):
    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def name(self, name: str) -> str:
        return self.names.get(name, name)

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self.name(node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.arg = self.name(node.arg)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.name = self.name(node.name)
        self.generic_visit(node)
        return node

    def visit_Nonlocal(self, node: ast.Nonlocal) -> ast.Nonlocal:
        node.names = [self.name(name) for name in node.names]
        return node
