"""The lint of a whole package: every module by itself, then what is between them."""

from __future__ import annotations

import ast
from pathlib import Path

from language.facts import CPYTHON_ONLY, FRONT, PACKAGE, TYPES, WEB, is_within
from language.modules import module_name, whole_modules
from lint.base import Complaint, Source
from lint.classes import Classes, public_methods, refusals
from lint.imports import check_imports, check_web
from lint.names import Names
from lint.statements import Statements
from lint.values import Values, bound_kinds, container_aliases, returned_kinds
from lower.classes import without_classes

TOP = Path(__file__).resolve().parents[2]


def lint_tree(root: Path) -> list[Complaint]:
    """Return every complaint about the package under ``root``, in order of place."""
    read: list[Source] = []
    complaints: list[Complaint] = []
    for path in sorted((root / PACKAGE).rglob("*.py")):
        try:
            read.append(read_source(path, root))
        except SyntaxError as error:
            place = (error.lineno or 1, error.offset or 1)
            why = f"Python cannot read it: {error.msg}"
            complaints.append(Complaint(shown(path), *place, why))
    for source in read:
        complaints += (
            [] if source.name in FRONT or is_within(source.name, WEB) else check_web(source)
        )
    return sorted(set(complaints + _lint_sources(read)))


def _lint_sources(read: list[Source]) -> list[Complaint]:
    browser = [one for one in read if not is_within(one.name, *CPYTHON_ONLY)]
    sources = {one.name: one for one in browser if one.name not in FRONT}
    types = [one for one in read if is_within(one.name, TYPES)]
    aliases = {k: v for one in types for k, v in container_aliases(one.tree).items()}
    methods = frozenset(name for one in [*browser, *types] for name in one.methods)
    returns = {
        f"{source.name}.{name}": kind
        for source in sources.values()
        for name, kind in returned_kinds(source, aliases).items()
    }
    constants = {
        f"{source.name}.{name}": kind
        for source in sources.values()
        for name, kind in bound_kinds(source.tree.body, aliases).items()
    }
    return check_imports(sources) + [
        complaint
        for source in sources.values()
        for complaint in lint_source(source, methods, aliases, returns, constants)
    ]


def lint_source(
    source: Source,
    methods: frozenset[str],
    aliases: dict[str, str],
    returns: dict[str, str],
    constants: dict[str, str],
) -> list[Complaint]:
    """Return the complaints that one module gives cause for by itself."""
    values = Values(source, aliases, returns, constants)
    checks = [Classes(source), Statements(source, methods), Names(source), values]
    return [complaint for check in checks for complaint in check.run()]


def read_source(path: Path, root: Path) -> Source:
    """Read and compile a module, so that CPython's own errors come first."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text, str(path))
    compile(tree, str(path), "exec", dont_inherit=True)
    name, modules = module_name(path, root), whole_modules(tree, root)
    methods, refused = public_methods(tree), tuple(refusals(tree))
    if not refused:
        tree = without_classes(tree)
    return Source(path, shown(path), name, tree, modules, methods, refused)


def shown(path: Path) -> str:
    """Return a path as complaints name it: from the top of the repository."""
    return str(path.relative_to(TOP)) if path.is_relative_to(TOP) else str(path)
