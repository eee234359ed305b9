"""``@js`` and ``js_value``: the browser's side of native.py and host.py."""

from __future__ import annotations

import ast
import re
import textwrap

from lower.nodes import at, call, load


def js_decorator(node: ast.stmt) -> ast.Call | None:
    """Return the ``js(...)`` above a function, if it has one."""
    for decorator in getattr(node, "decorator_list", []):
        if is_call_of(decorator, "js"):
            return decorator
    return None


def is_call_of(node: ast.AST | None, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def javascript_function(node: ast.FunctionDef, decorator: ast.Call) -> ast.FunctionDef:
    """Return the function with the decorator's text for a body, line by line."""
    text = decorator.args[0]
    body = [
        _line(line, text.lineno + number)
        for number, line in enumerate(_source_lines(text.value))
        if line.strip()
    ]
    node.body, node.decorator_list = body, []
    return node


def javascript_value(value: ast.Call) -> ast.Call:
    """Return a node that Transcrypt renders as the expression's own text."""
    return at(value, _pragma(value.args[0].value))


def regex_literal(value: ast.Call) -> ast.Call:
    """Return the regular expression that ``native.pattern`` compiles, as a literal."""
    source = value.args[0].value.replace("/", "\\/")
    whole = f"(?:{source})" if has_open_alternatives(source) else source
    return at(value, _pragma(f"/^{whole}$/i"))


def has_open_alternatives(source: str) -> bool:
    """Tell whether a pattern has alternatives outside all groups."""
    left = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", source)
    while left != (inner := re.sub(r"\([^()]*\)", "", left)):
        left = inner
    return "|" in left


def _source_lines(text: str) -> list[str]:
    return textwrap.dedent(text).rstrip().split("\n")


def _line(text: str, number: int) -> ast.Expr:
    place = ast.Constant(value=None, lineno=number, col_offset=0)
    place.end_lineno, place.end_col_offset = number, 0
    return at(place, ast.Expr(value=_pragma(text)))


def _pragma(text: str) -> ast.Call:
    """Transcrypt formats the second text with the third, so braces in it stay as they are."""
    parts = [ast.Constant(value=part) for part in ("js", "{}", text)]
    return call(load("__pragma__"), *parts)
