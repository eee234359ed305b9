"""The files of ``dist/`` that are no bundles: types and schema from the tables, and the stub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from declare.schema import schema_text
from declare.stub import minified
from declare.typescript import declarations

if TYPE_CHECKING:
    from pathlib import Path


def write_declarations(dist: Path) -> None:
    """Write ``*.d.ts``, ``*.d.mts``, ``settings.schema.json`` and ``stub.min.js``."""
    others = {"settings.schema.json": schema_text(), "stub.min.js": minified()}
    for name, text in {**declarations(), **others}.items():
        (dist / name).write_text(text, encoding="utf-8")
