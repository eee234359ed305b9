"""TypeScript's view of the bundles: templates of ``build/types``, with the settings filled in."""

from __future__ import annotations

from pathlib import Path

from settings_docs import explain_members, interface, more_members

TEMPLATES = Path(__file__).resolve().parent / "types"


def write_declarations(dist: Path) -> None:
    """Write ``dist/*.d.ts`` and ``*.d.mts``."""
    for template in sorted(TEMPLATES.iterdir()):
        text = template.read_text(encoding="utf-8")
        filled = text.replace("  /*members*/", interface())
        filled = filled.replace("  /*more members*/", more_members())
        filled = filled.replace("  /*explain members*/", explain_members())
        (dist / template.name).write_text(filled, encoding="utf-8")
