"""The form of a module for ``require``: Jest, and Node before it could require modules."""

from __future__ import annotations

import re

EXPORTS = re.compile(r"export ?\{(?P<names>[^{}]+)\};\n//# sourceMappingURL=\S+\n\Z")
"""How a module of ``dist/`` ends."""


def required(module: str) -> str:
    """Return CommonJS of a module that imports nothing.

    Exports are plain assignments, whose names Node and TypeScript read without running the file.
    """
    found = EXPORTS.search(module)
    if found is None:
        raise ValueError(f"a module that ends otherwise: {module[-80:]}")
    pairs = [name.strip().partition(" as ") for name in found["names"].split(",")]
    lines = [f"exports.{outer or inner}={inner};" for inner, _, outer in pairs]
    marked = 'Object.defineProperty(exports,"__esModule",{value:true});'
    return f'"use strict";\n{module[: found.start()]}\n{marked}{"".join(lines)}\n'
