"""What follows the settings table: the tables of docs/settings.md and the TypeScript interface.

``python build/settings_docs.py`` writes the tables anew; a test fails where they are out of date.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "integration"))

from paqbridge.settings.explain_table import DEBUG_SETTINGS  # noqa: E402
from paqbridge.settings.full_table import MORE_SETTINGS  # noqa: E402
from paqbridge.settings.lean_table import LEAN_SETTINGS  # noqa: E402

if TYPE_CHECKING:
    from paqbridge.types import Row

PAGE = TOP / "docs/settings.md"

TABLES = {
    "<!-- settings: from the table in settings/lean_table.py -->": LEAN_SETTINGS,
    "<!-- settings: from the table in settings/full_table.py -->": MORE_SETTINGS,
    "<!-- settings: from the table in settings/explain_table.py -->": DEBUG_SETTINGS,
}
"""The mark in the page above a table -> what it is made of."""

END = "<!-- /settings -->"
REQUIRED = ("siteId", "serverUrl")

TYPES = {
    "siteId": "number | string",
    "serverUrl": "string",
    "goals": "Goals",
    "trackerFile": "'piwik' | 'matomo'",
    "nonce": "string",
    "pageFacts": "'auto' | 'always' | 'never'",
    "pageTitle": "'document' | 'name'",
    "dimensions": "Record<string, number | string>",
    "customVariablesAsDimensions": "Record<string, number | string>",
    "siteSearchEvents": "string[]",
    "linkEvents": "string[]",
    "downloadEvents": "string[]",
    "events": "{ allow?: string[]; deny?: string[] }",
    "groupDimension": "number | string",
    "cookieSameSite": "'Lax' | 'None' | 'Strict'",
    "domains": "string[]",
    "contentTracking": "'all' | 'visible'",
    "consent": "'none' | 'cookies' | 'tracking' | 'load'",
}
"""TypeScript's type where the default does not tell it."""


def markdown(settings: list[Row]) -> str:
    """Return a table of the page, one row a setting."""
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    rows += [f"| `{row['name']}` | {shown_default(row)} | {row['about']} |" for row in settings]
    return "\n".join(rows)


def shown_default(row: Row) -> str:
    """Return a default as the page shows it."""
    if row["name"] in REQUIRED:
        return "required"
    default = row.get("default")
    return "none" if default in ("", {}, []) else f"`{json.dumps(default)}`".replace('"', "")


def type_of(row: Row) -> str:
    """Return the TypeScript type of a setting."""
    if row["name"] in TYPES:
        return TYPES[row["name"]]
    default = row.get("default")
    if isinstance(default, str):
        return "string"
    return "boolean" if isinstance(default, bool) else "number"


def more_members() -> str:
    """Return the members of ``interface FullSettings``."""
    return "\n".join(members(MORE_SETTINGS))


def explain_members() -> str:
    """Return the members of ``interface ExplainSettings``."""
    return "\n".join(members(DEBUG_SETTINGS))


def interface() -> str:
    """Return the members of ``interface Settings``."""
    lines = members(LEAN_SETTINGS)
    lines += ["  /** Segment's name for `serverUrl`. */", "  url?: string"]
    return "\n".join(lines)


def members(settings: list[Row]) -> list[str]:
    """Return the lines of an interface, two a setting."""
    lines = []
    for row in settings:
        mark = "" if row["name"] == "siteId" else "?"
        default = shown_default(row).replace("`", "")
        note = "" if default == "required" else f" Default: {default}."
        lines.append(f"  /** {row['about']}{note} */")
        lines.append(f"  {row['name']}{mark}: {type_of(row)}")
    return lines


def with_table(page: str) -> str:
    """Return the page's text with a fresh table between each two marks."""
    for begin, settings in TABLES.items():
        between = re.compile(f"({re.escape(begin)}\n).*?({re.escape(END)})", re.DOTALL)
        fresh = f"{begin}\n\n{markdown(settings)}\n\n{END}"
        page = between.sub(lambda _, fresh=fresh: fresh, page)  # type: ignore[misc]
    return page


def main() -> None:
    """Write the page's tables."""
    PAGE.write_text(with_table(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
