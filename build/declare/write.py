"""The files of ``dist/`` that follow from the settings tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from declare.schema import schema_text
from declare.typescript import declarations

if TYPE_CHECKING:
    from pathlib import Path


def write_declarations(dist: Path) -> None:
    """Write ``*.d.ts``, ``*.d.mts`` and ``settings.schema.json``."""
    for name, text in {**declarations(), "settings.schema.json": schema_text()}.items():
        (dist / name).write_text(text, encoding="utf-8")
