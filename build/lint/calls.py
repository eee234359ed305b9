"""Which calls and attributes the language has."""

from __future__ import annotations

import ast

from language.facts import (
    BUILTIN_CALLS,
    LOWERED_METHODS,
    REFUSED_METHODS,
    RENAMED_METHODS,
    TYPE_NAMES,
)
from lint import messages as say
from lint.base import Check, Source

ARITY = {"get": 1, "join": 1, "keys": 0}
NUMBER_NAMES = {"int", "float"}


class Calls(Check):
    """The first layer of the allow-list: Calls, then Expressions, then Statements, which is run.

    ``methods`` are the names that may follow a dot: public methods of the package's classes.
    """

    def __init__(self, source: Source, methods: frozenset[str]) -> None:
        super().__init__(source)
        self.methods = methods

    depth = 0
    """How many functions the place is in."""

    @property
    def imported(self) -> set[str]:
        """Return the names that are imported."""
        imports = [one for one in self.source.tree.body if isinstance(one, ast.ImportFrom)]
        return {alias.asname or alias.name for one in imports for alias in one.names}

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name):
            self.check_named_call(node, node.func.id)
        elif isinstance(node.func, ast.Attribute):
            self.check_method(node, node.func)
        else:
            self.visit(node.func)
            self.check_plain_call(node)

    def check_plain_call(self, node: ast.Call, count: int | None = None) -> None:
        """Check the arguments: by position, without stars, ``count`` of them."""
        if node.keywords:
            self.complain(node, say.KEYWORD)
        if count is not None and len(node.args) != count:
            self.complain(node, f"{count} argument{'' if count == 1 else 's'} expected here")
        self.visit_all(node.args)

    def check_named_call(self, node: ast.Call, name: str) -> None:
        if name == "isinstance" and len(node.args) == 2:
            self.check_isinstance(node)
        elif name == "cast" and len(node.args) == 2:
            self.visit(node.args[1])
        elif name == "pattern" and name in self.imported:
            self.check_pattern(node)
        elif name in say.BUILTIN_CALLS and not self.defines(name):
            self.complain(node, say.BUILTIN_CALLS[name])
        else:
            self.check_plain_call(node, 1 if name in BUILTIN_CALLS else None)

    def check_pattern(self, node: ast.Call) -> None:
        """A pattern is compiled with the script: in a name or a table of the top level."""
        text = node.args[0] if len(node.args) == 1 and not node.keywords else None
        plain = isinstance(text, ast.Constant) and isinstance(text.value, str)
        if self.depth or not plain:
            self.complain(node, say.PATTERN)

    def defines(self, name: str) -> bool:
        """Tell whether this module has a function of its own by that name."""
        own = {one.name for one in ast.walk(self.source.tree) if isinstance(one, ast.FunctionDef)}
        return name in own | self.imported and name not in ("type", "property", "globals", "super")

    def check_isinstance(self, node: ast.Call) -> None:
        value, types = node.args
        names = {one.id for one in ast.walk(types) if isinstance(one, ast.Name)}
        if not names <= TYPE_NAMES or not isinstance(types, ast.Name | ast.Tuple | ast.BinOp):
            self.complain(types, say.INSTANCE)
        if len(names & NUMBER_NAMES) == 1:
            self.complain(types, say.INSTANCE_NUMBER)
        if len(names - {"int"}) > 1 and not isinstance(value, ast.Name):
            self.complain(value, say.INSTANCE_NAME)
        self.visit(value)

    def check_method(self, node: ast.Call, func: ast.Attribute) -> None:
        name = func.attr
        if self.is_module(func.value):
            return self.check_plain_call(node)
        self.visit(func.value)
        self.check_method_name(node, func)
        count = RENAMED_METHODS[name][1] if name in RENAMED_METHODS else ARITY.get(name)
        if name == "get" and len(node.args) != 1:
            self.complain(node, say.GET)
            count = None
        return self.check_plain_call(node, count)

    def check_method_name(self, node: ast.Call, func: ast.Attribute) -> None:
        name = func.attr
        if name == "append":
            self.complain(node, say.APPEND)
        elif name in ("items", "values"):
            self.complain(node, say.ITEMS)
        elif name == "join" and not isinstance(func.value, ast.Constant):
            self.complain(node, say.JOIN)
        elif name in LOWERED_METHODS or name in RENAMED_METHODS or name in self.methods:
            return
        elif not self.source.asks_page_objects:
            self.complain(node, _about_method(name))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if self.is_module(node.value):
            return
        is_method = node.attr in self.methods and isinstance(node.ctx, ast.Load)
        if not is_method and not self.source.asks_page_objects:
            self.complain(node, say.FIELD if node.attr.startswith("_") else say.ATTRIBUTE)
        self.visit(node.value)

    def is_module(self, value: ast.expr) -> bool:
        return isinstance(value, ast.Name) and value.id in self.source.modules

    def check_arguments(self, args: ast.arguments) -> None:
        raise NotImplementedError


def _about_method(name: str) -> str:
    return f".{name}(): {REFUSED_METHODS[name]}" if name in REFUSED_METHODS else say.METHOD
