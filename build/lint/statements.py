"""Which statements the language has."""

from __future__ import annotations

import ast
import re

from language.facts import JS_MARKERS, LOOPED_METHODS, PACKAGE
from lint import messages as say
from lint.expressions import Expressions, is_int
from lower.comprehensions import is_built
from lower.javascript import is_call_of, js_decorator

UNICODE_PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^]\\])*]|[^/\\\n])+/[a-t]*u")
BACKREFERENCE = re.compile(r"\\[1-9k]")


class Statements(Expressions):
    """The allow-list, whole: what is named neither here nor in the layers below is refused."""

    def generic_visit(self, node: ast.AST) -> None:
        self.refuse(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.check_arguments(node.args)
        decorator = js_decorator(node)
        if decorator or node.decorator_list:
            self.check_decorators(node, decorator)
        if decorator is None:
            self.depth += 1
            self.visit_all(node.body)
            self.depth -= 1

    def check_decorators(self, node: ast.FunctionDef, decorator: ast.Call | None) -> None:
        if decorator is None or len(node.decorator_list) > 1:
            self.complain(node.decorator_list[0], say.DECORATOR)
        elif not self.source.holds_javascript:
            self.complain(decorator, say.JS_ELSEWHERE)
        else:
            self.check_js_text(decorator, 1)

    def check_js_text(self, call: ast.Call, count: int) -> None:
        text = call.args[0] if call.args else None
        plain = isinstance(text, ast.Constant) and isinstance(text.value, str)
        if not plain or len(call.args) != count or call.keywords:
            self.complain(call, say.JS_TEXT)
        elif any(BACKREFERENCE.search(one) for one in UNICODE_PATTERN.findall(text.value)):
            self.complain(call, say.BACKREFERENCE)

    def visit_Return(self, node: ast.Return) -> None:
        if is_built(node.value):
            self.check_comprehension(node.value)
        elif node.value is not None:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if len(node.targets) > 1:
            self.complain(node, say.TARGETS)
        self.check_target(node.targets[0])
        self.check_value(node.targets[0], node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.check_target(node.target)
        if node.value is not None:
            self.check_value(node.target, node.value)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.check_target(node.target)
        self.check_operator(node, node.op)
        self.visit(node.value)

    def check_value(self, target: ast.expr, value: ast.expr) -> None:
        if not self.depth and is_call_of(value, "js_value"):
            if self.source.holds_javascript:
                return self.check_js_text(value, 2)
            return self.complain(value, say.JS_ELSEWHERE)
        if self.depth and is_built(value):
            return self.check_comprehension(value)
        return self.visit(value)

    def check_target(self, target: ast.expr) -> None:
        if isinstance(target, ast.Name):
            return
        if not self.depth:
            self.complain(target, say.TOP_LEVEL)
        elif isinstance(target, ast.Tuple):
            if not _are_names(target.elts):
                self.complain(target, say.TARGET)
        elif isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Slice):
            self.complain(target, say.SLICE_TARGET)
        elif isinstance(target, ast.Subscript | ast.Attribute):
            self.visit(target)
        else:
            self.complain(target, say.TARGET)

    def visit_For(self, node: ast.For) -> None:
        self.in_function(node)
        if node.orelse:
            self.complain(node.orelse[0], say.LOOP_ELSE)
        self.check_loop(node.target, node.iter)
        self.visit_all(node.body)

    def check_loop(self, target: ast.expr, iterated: ast.expr) -> None:
        """Check ``for target in iterated``, in a loop or in a comprehension."""
        func = iterated.func if isinstance(iterated, ast.Call) else None
        if isinstance(func, ast.Name) and func.id == "range":
            self.check_range(target, iterated)
        elif isinstance(func, ast.Name) and func.id == "enumerate":
            self.check_enumerate(target, iterated)
        elif isinstance(func, ast.Attribute) and self.is_dict_method(func):
            self.check_dict_loop(target, iterated, func)
        else:
            self.check_loop_target(target)
            self.visit(iterated)

    def is_dict_method(self, func: ast.Attribute) -> bool:
        return func.attr in LOOPED_METHODS and not self.is_module(func.value)

    def check_range(self, target: ast.expr, call: ast.Call) -> None:
        fits = 1 <= len(call.args) <= 3 and not call.keywords
        if not fits or (len(call.args) == 3 and not is_int(call.args[2])):
            self.complain(call, say.FOR_RANGE)
        if not isinstance(target, ast.Name):
            self.complain(target, say.FOR_TARGET)
        self.visit_all(call.args)

    def check_enumerate(self, target: ast.expr, call: ast.Call) -> None:
        pair = isinstance(target, ast.Tuple) and len(target.elts) == 2
        if not pair or len(call.args) != 1 or call.keywords:
            return self.complain(call, say.FOR_ENUMERATE)
        if not isinstance(target.elts[0], ast.Name):
            self.complain(target, say.FOR_TARGET)
        self.check_loop_target(target.elts[1])
        return self.visit(call.args[0])

    def check_dict_loop(self, target: ast.expr, call: ast.Call, func: ast.Attribute) -> None:
        wanted = 2 if func.attr == "items" else 1
        names = target.elts if isinstance(target, ast.Tuple) else [target]
        if call.args or call.keywords or len(names) != wanted or not _are_names(names):
            self.complain(call, say.FOR_ITEMS)
        self.visit(func.value)

    def check_loop_target(self, target: ast.expr) -> None:
        names = target.elts if isinstance(target, ast.Tuple) else [target]
        if not _are_names(names):
            self.complain(target, say.FOR_TARGET)

    def visit_While(self, node: ast.While) -> None:
        self.in_function(node)
        if node.orelse:
            self.complain(node.orelse[0], say.LOOP_ELSE)
        self.visit(node.test)
        self.visit_all(node.body)

    def visit_If(self, node: ast.If) -> None:
        self.in_function(node)
        self.visit(node.test)
        self.visit_all(node.body)
        self.visit_all(node.orelse)

    def visit_Try(self, node: ast.Try) -> None:
        self.in_function(node)
        one = node.handlers[0] if len(node.handlers) == 1 else None
        plain = one and isinstance(one.type, ast.Name) and one.type.id == "Exception"
        if not plain or one.name or node.orelse or node.finalbody:
            self.complain(node, say.HANDLER)
        self.visit_all(node.body)
        for handler in node.handlers:
            self.visit_all(handler.body)

    def visit_Expr(self, node: ast.Expr) -> None:
        value = node.value
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return
        if isinstance(value, ast.Yield | ast.YieldFrom | ast.Await):
            return self.refuse(value)
        if not isinstance(value, ast.Call):
            return self.complain(node, say.NO_EFFECT)
        if not self.depth and f"{PACKAGE}.entries." not in self.source.name:
            self.complain(node, say.TOP_LEVEL)
        func = value.func
        appends = isinstance(func, ast.Attribute) and func.attr == "append"
        if appends and not self.is_module(func.value):
            self.visit(func.value)
            return self.check_plain_call(value, 1)
        return self.visit(value)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if self.depth:
            self.complain(node, say.IMPORT_INSIDE)
        elif any(alias.name == "*" for alias in node.names):
            self.complain(node, say.IMPORT_STAR)
        elif not self.source.holds_javascript and JS_MARKERS & {a.name for a in node.names}:
            self.complain(node, say.JS_ELSEWHERE)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        """``nonlocal`` means in both languages what it says."""

    visit_Pass = visit_Break = visit_Continue = visit_Nonlocal

    def in_function(self, node: ast.stmt) -> None:
        if not self.depth:
            self.complain(node, say.TOP_LEVEL)


def _are_names(nodes: list[ast.expr]) -> bool:
    return all(isinstance(node, ast.Name) for node in nodes)
