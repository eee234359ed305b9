"""Where modules lie, and which names stand for whole modules."""

from __future__ import annotations

import ast
from pathlib import Path

from language.facts import PACKAGE


def package_root(path: Path) -> Path:
    """Return the folder that holds the package: ``path`` itself, or one that ``path`` is in.

    A folder above may have the package's name without being it: so `git clone` calls a checkout.
    """
    if (path / PACKAGE).is_dir():
        return path
    for folder in (path, *path.parents):
        if folder.name == PACKAGE:
            return folder.parent
    return path


def module_name(path: Path, root: Path) -> str:
    """Return the dotted name of the module in ``path``."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def module_path(root: Path, name: str) -> Path:
    """Return the file of a module."""
    path = root / name.replace(".", "/")
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def whole_modules(tree: ast.Module, root: Path) -> frozenset[str]:
    """Return the names under which ``from package import module`` brings whole modules in."""
    imports = [one for one in tree.body if isinstance(one, ast.ImportFrom)]
    return frozenset(
        alias.asname or alias.name
        for one in imports
        for alias in one.names
        if module_path(root, f"{one.module}.{alias.name}").is_file()
    )
