"""What follows the settings table: README's table and the TypeScript interface.

``python build/settings_docs.py`` writes README's table anew; a test fails where it is out of date.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "integration"))

from paqbridge.settings.table import SETTINGS  # noqa: E402

BEGIN, END = "<!-- settings: from the table in settings/table.py -->", "<!-- /settings -->"
REQUIRED = ("siteId", "serverUrl")

TYPES = {
    "siteId": "number | string",
    "serverUrl": "string",
    "goals": "Goals",
    "trackerFile": "'piwik' | 'matomo'",
    "nonce": "string",
}
"""TypeScript's type where the default does not tell it."""


def markdown() -> str:
    """Return the table of the README, one row a setting."""
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    rows += [f"| `{row['name']}` | {shown_default(row)} | {row['about']} |" for row in SETTINGS]
    return "\n".join(rows)


def shown_default(row: Any) -> str:
    """Return a default as README shows it."""
    if row["name"] in REQUIRED:
        return "required"
    default = row.get("default")
    return "none" if default in ("", {}) else f"`{json.dumps(default)}`".replace('"', "")


def type_of(row: Any) -> str:
    """Return the TypeScript type of a setting."""
    if row["name"] in TYPES:
        return TYPES[row["name"]]
    return "boolean" if isinstance(row.get("default"), bool) else "number"


def interface() -> str:
    """Return the members of ``interface Settings``."""
    lines = []
    for row in SETTINGS:
        mark = "" if row["name"] == "siteId" else "?"
        default = shown_default(row).replace("`", "")
        note = "" if default == "required" else f" Default: {default}."
        lines.append(f"  /** {row['about']}{note} */")
        lines.append(f"  {row['name']}{mark}: {type_of(row)}")
    lines += ["  /** Segment's name for `serverUrl`. */", "  url?: string"]
    return "\n".join(lines)


def with_table(readme: str) -> str:
    """Return the README's text with a fresh table between its two marks."""
    between = re.compile(f"({re.escape(BEGIN)}\n).*?({re.escape(END)})", re.DOTALL)
    return between.sub(lambda found: f"{found[1]}\n{markdown()}\n\n{found[2]}", readme)


def main() -> None:
    """Write README's table."""
    readme = TOP / "README.md"
    readme.write_text(with_table(readme.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
