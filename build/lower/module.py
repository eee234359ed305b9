"""Lower natural Python to the few constructs that Transcrypt renders faithfully without runtime.

In goes the syntax tree of a module that ``lint`` has passed, out comes one that means the same to
a browser.  The rules are listed in docs/decisions/0001-language.md.
"""

from __future__ import annotations

import ast

from language.facts import CPYTHON_ONLY, JS_MARKERS, NATIVE, PACKAGE, TYPING_MODULES, is_within
from lower.classes import without_classes
from lower.facts import rebound_names
from lower.javascript import js_decorator
from lower.nodes import at
from lower.statements import Statements


def lower(tree: ast.Module, module: str, modules: frozenset[str] = frozenset()) -> ast.Module:
    """Return the lowered syntax tree of ``module`` (its dotted name); line numbers are kept.

    ``modules`` are the names that stand for whole modules: what follows their dot is no method.
    """
    tree = without_classes(tree)
    lowering = Statements(module, modules)
    lowering.rebound = rebound_names(tree)
    kept = [one for one in tree.body if reaches_browser(one, module)]
    tree.body = lowering.block(kept) if kept else []
    tree.body[:0] = [_native_import(sorted(lowering.helpers))] if lowering.helpers else []
    return ast.fix_missing_locations(tree)


def reaches_browser(node: ast.stmt, module: str) -> bool:
    """Tell whether a top-level statement says anything to a browser."""
    if isinstance(node, ast.Import):
        return False
    if isinstance(node, ast.ImportFrom):
        return _imports_code(node)
    if isinstance(node, ast.If):
        return not _is_type_checking(node)
    if module == NATIVE and isinstance(node, ast.FunctionDef):
        return js_decorator(node) is not None
    return not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _is_type_checking(node: ast.If) -> bool:
    return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _imports_code(node: ast.ImportFrom) -> bool:
    """Drop what only CPython and type checkers need from an import; tell whether any is left."""
    source = node.module or ""
    if source in TYPING_MODULES or is_within(source, *CPYTHON_ONLY):
        return False
    if not is_within(source, PACKAGE):
        return False
    modules = [f"{source}.{alias.name}" for alias in node.names]
    node.names = [
        alias
        for alias, whole in zip(node.names, modules, strict=True)
        if alias.name not in JS_MARKERS and not is_within(whole, *CPYTHON_ONLY)
    ]
    return bool(node.names)


def _native_import(helpers: list[str]) -> ast.ImportFrom:
    names = [ast.alias(name=name, asname=f"${name}") for name in helpers]
    place = ast.Pass(lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)
    return at(place, ast.ImportFrom(module=NATIVE, names=names, level=0))
