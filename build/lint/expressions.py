"""Which expressions the language has."""

from __future__ import annotations

import ast
import math

from lint import messages as say
from lint.calls import Calls
from lower.comprehensions import is_built, quantifier, walks_a_list
from lower.nodes import is_name_or_constant, runs_code

ALLOWED_OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div)
DISPLAYS = (ast.List, ast.Tuple, ast.ListComp)


class Expressions(Calls):
    """The second layer of the allow-list; loops and their targets are the third one's."""

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bytes | complex) or value is ...:
            self.complain(node, say.CONSTANT)
        elif isinstance(value, int | float) and not abs(value) <= 2**53:
            if isinstance(value, int) or math.isinf(value):
                self.complain(node, say.BIG_NUMBER)

    def visit_Name(self, node: ast.Name) -> None:
        """Names are checked by lint_names."""

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self.visit_all(node.values)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        self.check_operator(node, node.op)
        sides = (node.left, node.right)
        if isinstance(node.op, ast.Add) and any(isinstance(side, DISPLAYS) for side in sides):
            self.complain(node, say.LIST_PLUS)
        if isinstance(node.op, ast.Mult) and any(is_text(side) for side in sides):
            self.complain(node, say.TEXT_TIMES)
        self.visit_all([*sides])

    def check_operator(self, node: ast.AST, op: ast.operator) -> None:
        if not isinstance(op, ALLOWED_OPERATORS):
            self.complain(node, say.OPERATORS[type(op)])

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if not isinstance(node.op, ast.Not | ast.USub):
            self.complain(node, say.OPERATORS[type(node.op)])
        self.visit(node.operand)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.visit_all([node.test, node.body, node.orelse])

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.check_arguments(node.args)
        self.visit(node.body)

    def check_arguments(self, args: ast.arguments) -> None:
        odd = args.posonlyargs or args.kwonlyargs or args.vararg or args.kwarg
        if odd:
            self.complain(args.args[0] if args.args else _place(odd), say.ARGUMENTS)
        for default in args.defaults:
            if not (isinstance(default, ast.Constant) and default.value is None):
                self.complain(default, say.DEFAULT)

    def visit_List(self, node: ast.List | ast.Tuple) -> None:
        for elt in node.elts:
            self.visit(elt.value if isinstance(elt, ast.Starred) else elt)

    visit_Tuple = visit_List

    def visit_Dict(self, node: ast.Dict) -> None:
        for key in node.keys:
            if key is not None and not is_text(key):
                self.complain(key, say.DICT_KEY)
            elif isinstance(key, ast.Constant) and key.value == "__proto__":
                self.complain(key, say.DICT_PROTO)
        self.visit_all(node.values)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                if part.conversion != -1 or part.format_spec is not None:
                    self.complain(part, say.FORMAT)
                self.visit(part.value)

    def visit_Compare(self, node: ast.Compare) -> None:
        if not all(is_name_or_constant(middle) for middle in node.comparators[:-1]):
            self.complain(node, say.CHAIN)
        left = node.left
        for op, right in zip(node.ops, node.comparators, strict=True):
            self.check_comparison(node, left, op, right)
            left = right
        self.visit_all([node.left, *node.comparators])

    def check_comparison(
        self, node: ast.Compare, left: ast.expr, op: ast.cmpop, right: ast.expr
    ) -> None:
        if isinstance(op, ast.Is | ast.IsNot) and not _is_singleton(right):
            self.complain(node, say.IDENTITY)
        if isinstance(op, ast.Eq | ast.NotEq) and (_is_none(left) or _is_none(right)):
            self.complain(node, say.EQUALS_NONE)
        if isinstance(op, ast.In | ast.NotIn) and runs_code(left) and runs_code(right):
            self.complain(node, say.IN_ORDER)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)
        index = node.slice
        if isinstance(index, ast.Slice):
            if index.step:
                self.complain(node, say.STEP)
            self.visit_all([bound for bound in (index.lower, index.upper) if bound])
        elif isinstance(index, ast.UnaryOp) and isinstance(index.op, ast.USub):
            if not is_int(index):
                self.complain(node, say.NEGATIVE)
            elif runs_code(node.value):
                self.complain(node, say.LAST)
        elif isinstance(index, ast.Tuple):
            self.complain(node, say.INDEX)
        else:
            self.visit(index)

    def visit_Call(self, node: ast.Call) -> None:
        if quantifier(node) is None or not self.depth:
            return super().visit_Call(node)
        whole = node.args[0]
        if not all(walks_a_list(one) for one in whole.generators):
            self.complain(node, say.QUANTIFIED)
        return self.check_comprehension(whole)

    def visit_ListComp(self, node: ast.ListComp) -> None:
        if is_built(node) or not self.depth:
            return self.refuse(node)
        return self.check_comprehension(node)

    def check_comprehension(self, node: ast.ListComp | ast.DictComp | ast.GeneratorExp) -> None:
        for lambda_ in (one for one in ast.walk(node) if isinstance(one, ast.Lambda)):
            self.complain(lambda_, say.LAMBDA_INSIDE)
        for generator in node.generators:
            self.check_loop(generator.target, generator.iter)
            self.visit_all(generator.ifs)
        parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self.visit_all(parts)

    def check_loop(self, target: ast.expr, iterated: ast.expr) -> None:
        raise NotImplementedError


def is_int(node: ast.expr) -> bool:
    """Tell whether ``node`` is a whole number but 0 written out, with or without a minus."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant) and type(node.value) is int and node.value != 0


def is_text(node: ast.expr) -> bool:
    """Tell whether ``node`` is a text written out."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_singleton(node: ast.expr) -> bool:
    """Tell whether ``node`` is None, True or False; not 0 or 1, which equal the latter."""
    return isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, bool))


def _place(odd: ast.arg | list[ast.arg]) -> ast.arg:
    return odd[0] if isinstance(odd, list) else odd
