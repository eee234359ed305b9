"""Every name must resolve: what CPython would miss at run time is a silent global in a page."""

from __future__ import annotations

import ast

from language.facts import BUILTINS, HOST_GLOBALS, JS_GLOBALS, JS_WORDS, PAGE_GLOBALS
from lint import messages as say
from lint.base import Check, Source
from lower.javascript import js_decorator

TYPING_NAMES = frozenset({"TYPE_CHECKING", "cast"})


class Names(Check):
    """Resolves names scope by scope, as Python does."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        builtins = BUILTINS | TYPING_NAMES
        self.scopes = [builtins | (HOST_GLOBALS if source.speaks_to_page else frozenset())]
        self.scopes.append(frozenset(bound(source.tree.body)))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.check_name(node, node.name)
        self.check_parameters(node.args)
        if js_decorator(node) is None:
            self.inside(_parameters(node.args) | bound(node.body), node.body)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.check_parameters(node.args)
        self.inside(_parameters(node.args), [node.body])

    def comprehension(self, node: ast.ListComp | ast.DictComp | ast.GeneratorExp) -> None:
        """The first list belongs to the scope outside, the rest to the comprehension."""
        self.visit(node.generators[0].iter)
        targets = [generator.target for generator in node.generators]
        rest = [one.iter for one in node.generators[1:]] + targets
        rest += [test for one in node.generators for test in one.ifs]
        rest += [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self.inside(bound(targets), rest)

    visit_ListComp = visit_DictComp = visit_GeneratorExp = comprehension

    def inside(self, names: set[str], body: list[ast.stmt] | list[ast.expr]) -> None:
        self.scopes.append(frozenset(names))
        self.visit_all(body)
        self.scopes.pop()

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self.check_name(node, node.id)
        elif not any(node.id in scope for scope in self.scopes):
            of_page = node.id in PAGE_GLOBALS | JS_GLOBALS
            reason = say.PAGE_NAME if of_page else say.BUILTIN_CALLS.get(node.id, say.UNKNOWN_NAME)
            self.complain(node, f"`{node.id}` is {reason}" if of_page else f"`{node.id}`: {reason}")

    def visit_Call(self, node: ast.Call) -> None:
        """A refused built-in that is called has its own message already."""
        if isinstance(node.func, ast.Name) and node.func.id == "cast" and len(node.args) == 2:
            return self.visit(node.args[1])
        if not (isinstance(node.func, ast.Name) and node.func.id in say.BUILTIN_CALLS):
            self.visit(node.func)
        return self.visit_all([*node.args, *(keyword.value for keyword in node.keywords)])

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            self.check_name(node, alias.asname or alias.name)

    def check_parameters(self, args: ast.arguments) -> None:
        for one in args.args:
            self.check_name(one, one.arg)

    def check_name(self, node: ast.AST, name: str) -> None:
        if name in JS_WORDS:
            self.complain(node, f"`{name}` is {say.JS_WORD}")
        elif name.startswith("__") and name.endswith("__"):
            self.complain(node, f"`{name}` is {say.DUNDER}")
        elif not name.isascii():
            self.complain(node, f"`{name}` is {say.ASCII_NAME}")


def bound(nodes: list[ast.stmt] | list[ast.expr]) -> set[str]:
    """Return the names that these nodes bind in their own scope."""
    finder = _Bound()
    for node in nodes:
        finder.visit(node)
    return finder.names - finder.outer


def _parameters(args: ast.arguments) -> set[str]:
    return {one.arg for one in args.args}


class _Bound(ast.NodeVisitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.outer: set[str] = set()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.names.add(node.name)

    visit_ClassDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.AST) -> None:
        """What it binds is its own."""

    visit_ListComp = visit_DictComp = visit_GeneratorExp = visit_Lambda

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self.names.add(node.id)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        self.outer.update(node.names)

    def visit_ImportFrom(self, node: ast.ImportFrom | ast.Import) -> None:
        self.names.update((alias.asname or alias.name).split(".")[0] for alias in node.names)

    visit_Import = visit_ImportFrom
