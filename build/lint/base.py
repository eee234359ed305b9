"""A complaint, the module it is about, and what every check shares."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from language.facts import HOST, JS_MODULES, PAGE_OBJECTS
from lint.messages import REFUSED_NODES
from lower.javascript import js_decorator
from lower.module import reaches_browser


@dataclass(frozen=True, order=True)
class Complaint:
    """What is wrong with which place; as text, in the form that editors follow."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


@dataclass(frozen=True)
class Source:
    """A module of the language: its dotted name and its syntax tree, classes lowered.

    ``methods`` are the public ones of its classes; ``refused`` are places in classes, and why.
    """

    path: Path
    shown: str
    name: str
    tree: ast.Module
    modules: frozenset[str] = frozenset()
    methods: frozenset[str] = frozenset()
    refused: tuple[tuple[ast.AST, str], ...] = ()

    @property
    def speaks_to_page(self) -> bool:
        return self.name == HOST

    @property
    def holds_javascript(self) -> bool:
        return self.name in JS_MODULES

    @property
    def asks_page_objects(self) -> bool:
        return self.name in PAGE_OBJECTS

    def statements(self) -> list[ast.stmt]:
        """Return the top-level statements that reach the browser."""
        return [one for one in self.tree.body if reaches_browser(one, self.name)]


class Check(ast.NodeVisitor):
    """Walks what reaches the browser; types and JavaScript bodies are none of its business."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.complaints: list[Complaint] = []

    def run(self) -> list[Complaint]:
        for statement in self.source.statements():
            self.visit(statement)
        return self.complaints

    def complain(self, node: ast.AST, message: str) -> None:
        line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0) + 1
        self.complaints.append(Complaint(self.source.shown, line, column, message))

    def refuse(self, node: ast.AST) -> None:
        kind = type(node)
        self.complain(node, REFUSED_NODES.get(kind, f"{kind.__name__} is not in the language"))

    def visit_all(self, nodes: list[ast.stmt] | list[ast.expr]) -> None:
        for node in nodes:
            self.visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if js_decorator(node) is None:
            self.visit_all(node.body)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Those that are left are refused: lint_classes says why."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit(node.target)
        if node.value is not None:
            self.visit(node.value)
