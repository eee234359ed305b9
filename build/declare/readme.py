"""What the docs have of the sources: settings tables, the stub; a test fails where it is stale."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from declare import TOP
from declare.stub import README, with_stub
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS

if TYPE_CHECKING:
    from paqbridge.types.settings import Build, Row

MARKED = ("docs/settings.md",)
"""The files that have marks."""

BEGIN = "<!-- settings: from the table in settings/{}_table.py -->"
END = "<!-- /settings -->"
BUILDS: tuple[Build, ...] = ("lean", "full", "explain")


def rows_of(build: str) -> list[Row]:
    """Return the settings that a build has and a smaller one has not."""
    return [row for row in EXPLAIN_SETTINGS if row["build"] == build]


def markdown(settings: list[Row]) -> str:
    """Return a table, one row a setting."""
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    rows += [f"| `{row['name']}` | {shown_default(row)} | {row['about']} |" for row in settings]
    return "\n".join(rows)


def shown_default(row: Row) -> str:
    """Return a default as the docs show it."""
    if "default" not in row:
        return "required"
    default = row["default"]
    return "none" if default in ("", {}, []) else f"`{json.dumps(default)}`".replace('"', "")


def with_tables(text: str) -> str:
    """Return a file's text with a fresh table between each two marks."""
    for build in BUILDS:
        begin = BEGIN.format(build)
        between = re.compile(f"({re.escape(begin)}\n).*?({re.escape(END)})", re.DOTALL)
        fresh = f"{begin}\n\n{markdown(rows_of(build))}\n\n{END}"
        text = between.sub(lambda _, fresh=fresh: fresh, text)  # type: ignore[misc]
    return text


def renew() -> None:
    """Write the tables of all files anew, and the README's stub."""
    for name in MARKED:
        path = TOP / name
        path.write_text(with_tables(path.read_text("utf-8")), "utf-8")
    README.write_text(with_stub(README.read_text("utf-8")), "utf-8")
