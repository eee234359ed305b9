"""TypeScript's view of the bundles: the templates, with the settings of each build filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from declare.readme import rows_of, shown_default
from declare.shapes import shape_of
from paqbridge.settings.whole_table import MORE_SETTINGS

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

TEMPLATES = Path(__file__).resolve().parent / "templates"

PLACES = {
    "  /*lean*/": rows_of("lean"),
    "  /*full*/": [row for row in rows_of("full") if row not in MORE_SETTINGS],
    "  /*standalone*/": MORE_SETTINGS,
    "  /*explain*/": rows_of("explain"),
}
"""Where a template has the members of an interface -> the settings that they are."""


def declarations() -> dict[str, str]:
    """Return the text of each ``dist/*.d.ts`` and ``*.d.mts`` by its name."""
    return {path.name: filled(path.read_text("utf-8")) for path in sorted(TEMPLATES.iterdir())}


def filled(template: str) -> str:
    """Put the members in their places."""
    for place, rows in PLACES.items():
        lines = [line for row in rows for line in members(row)]
        template = template.replace(place, "\n".join(lines))
    return template


def members(row: Row) -> list[str]:
    """Return the lines of an interface for a setting; what has an alias may go by that alone."""
    is_optional = "default" in row or "alias" in row
    typescript = row.get("typescript") or shape_of(row).typescript
    note = f" Default: {shown_default(row)}.".replace("`", "") if "default" in row else ""
    lines = member(row["name"], row["about"] + note, is_optional, typescript)
    if "alias" in row:
        lines += member(row["alias"], f"Segment's name for `{row['name']}`.", True, typescript)
    return lines


def member(name: str, about: str, is_optional: bool, typescript: str) -> list[str]:
    """Return the two lines of one member."""
    return [f"  /** {about} */", f"  {name}{'?' if is_optional else ''}: {typescript}"]
