"""Where Transcrypt's generator says something else than the lowered tree means."""

from __future__ import annotations

import ast
import json
from types import ModuleType
from typing import Any


def emitter(compiler: ModuleType) -> type:
    """Return Transcrypt's generator with strict equality, bare literals and names left alone."""
    stock = compiler.Generator

    class Emitter(stock):  # type: ignore[valid-type]
        def visit_Module(self, node: ast.Module) -> None:
            if self.module.name != self.module.program.runtimeModuleName:
                self.operators[ast.Eq], self.operators[ast.NotEq] = ("===", 10), ("!==", 10)
                self.operators[ast.Is], self.operators[ast.IsNot] = ("==", 10), ("!=", 10)
                self.nameConsts = {**self.nameConsts, None: "undefined"}
                self.aliases = []
            super().visit_Module(node)

        def filterId(self, qualifiedId: str) -> str:
            """Leave names alone; without aliases Transcrypt would still drop ``=``, slowly."""
            return super().filterId(qualifiedId) if self.aliases else qualifiedId

        def visit(self, node: ast.AST) -> Any:
            """Each emitted line belongs to its statement, not to the last call in it."""
            if isinstance(node, ast.stmt):
                super().adaptLineNrString(node)
            return super().visit(node)

        def adaptLineNrString(self, node: Any = None, offset: int = 0) -> None:
            if not isinstance(node, ast.expr):
                super().adaptLineNrString(node, offset)

        def visit_Constant(self, node: ast.Constant) -> None:
            """Python's repr writes some characters in ways that JavaScript does not read."""
            if isinstance(node.value, str):
                self.emit("{}", json.dumps(node.value))
            else:
                super().visit_Constant(node)

        def visit_Dict(self, node: ast.Dict) -> None:
            if self.aliases:
                return super().visit_Dict(node)
            self.emit("({{")
            for index, (key, value) in enumerate(zip(node.keys, node.values, strict=True)):
                self.emitComma(index)
                self.visit(key)
                self.emit(": ")
                self.visit(value)
            self.emit("}})")

        def visit_Parens(self, node: Any) -> None:
            self.emit("(")
            self.visit(node.value)
            self.emit(")")

    return Emitter
