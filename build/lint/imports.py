"""Imports must lead somewhere inside the package, and never in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from language.facts import CPYTHON_ONLY, PACKAGE, TYPING_MODULES, WEB, is_within
from lint import messages as say
from lint.base import Complaint, Source
from lint.names import bound


def check_imports(sources: dict[str, Source]) -> list[Complaint]:
    """Return complaints about imports between these modules (by dotted name)."""
    found = [c for source in sources.values() for c in _dead_ends(source, sources)]
    return found + _cycles(sources)


def check_web(source: Source) -> list[Complaint]:
    """Return complaints about imports of what runs on servers only, wherever they stand."""
    nodes = [one for one in ast.walk(source.tree) if _names_web(one)]
    return [_complaint(source, node, say.IMPORT_WEB) for node in nodes]


def _names_web(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        return any(is_within(name, WEB) for name in names)
    return isinstance(node, ast.Import) and any(is_within(a.name, WEB) for a in node.names)


def _dead_ends(source: Source, sources: dict[str, Source]) -> Iterator[Complaint]:
    for node in source.tree.body:
        if isinstance(node, ast.ImportFrom):
            ours = is_within(node.module, PACKAGE)
            if node.level or (not ours and not _is_known(node, source)):
                yield _complaint(source, node, say.IMPORT_MODULE)
            elif ours and not is_within(node.module, *CPYTHON_ONLY):
                yield from _missing(source, node, sources)
        elif isinstance(node, ast.Import) and not source.holds_javascript:
            yield _complaint(source, node, say.REFUSED_NODES[ast.Import])


def _is_known(node: ast.ImportFrom, source: Source) -> bool:
    return node.module in TYPING_MODULES or source.holds_javascript


def _missing(
    source: Source, node: ast.ImportFrom, sources: dict[str, Source]
) -> Iterator[Complaint]:
    module = sources.get(node.module or "")
    offered = bound([*module.statements()]) if module else set()
    for alias in node.names:
        whole = f"{node.module}.{alias.name}"
        known = alias.name in offered or whole in sources or is_within(whole, *CPYTHON_ONLY)
        if not known:
            yield _complaint(source, node, f"`{whole}`: {say.IMPORT_MISSING}")


def _cycles(sources: dict[str, Source]) -> list[Complaint]:
    """Return one complaint for each circle, at the import that closes it."""
    found: list[Complaint] = []
    done: set[str] = set()

    def follow(name: str, trail: list[str]) -> None:
        for node, target in _edges(sources[name], sources):
            if target in trail:
                circle = " -> ".join([*trail[trail.index(target) :], target])
                found.append(_complaint(sources[name], node, f"{say.IMPORT_CYCLE}: {circle}"))
            elif target not in done:
                follow(target, [*trail, target])
        done.add(name)

    for name in sorted(sources):
        if name not in done:
            follow(name, [name])
    return found


def _edges(source: Source, sources: dict[str, Source]) -> Iterator[tuple[ast.ImportFrom, str]]:
    for node in source.statements():
        if isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
            for name in sorted(names & set(sources)):
                yield node, name


def _complaint(source: Source, node: ast.stmt, message: str) -> Complaint:
    return Complaint(source.shown, node.lineno, node.col_offset + 1, message)
