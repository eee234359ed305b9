"""What values of each kind of setting are to TypeScript and to the JSON schema: one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paqbridge.settings.full_kinds import dimension_id, file_url, signals, version
from paqbridge.settings.goals import goal_table
from paqbridge.settings.kinds import any_line, base_url, flag, matomo_file, site_id, whole_number
from paqbridge.settings.readers import dimension_table, event_filter, name_table, text_list

if TYPE_CHECKING:
    from paqbridge.types.settings import Kind, Row


@dataclass(frozen=True)
class Shape:
    """A type in TypeScript's words, and the keywords of a JSON schema that say the same."""

    typescript: str
    schema: dict[str, Any]


def choice(words: list[str]) -> Shape:
    """Return the shape of a few words."""
    return Shape(" | ".join(f"'{word}'" for word in words), {"enum": words})


TEXT = Shape("string", {"type": "string"})
TEXTS = Shape("string[]", {"type": "array", "items": {"type": "string"}})
ID = Shape("number | string", {"type": ["number", "string"]})

SHAPES: dict[Kind, Shape] = {
    flag: Shape("boolean", {"type": "boolean"}),
    whole_number: Shape("number", {"type": "number"}),
    signals: Shape("boolean | 'dnt' | 'gpc'", {"enum": [True, False, "dnt", "gpc"]}),
    site_id: ID,
    base_url: TEXT,
    file_url: TEXT,
    any_line: TEXT,
    version: TEXT,
    matomo_file: choice(["piwik", "matomo"]),
    dimension_id: ID,
    dimension_table: Shape("Record<string, number | string>", {"type": "object"}),
    goal_table: Shape("Goals", {"type": ["object", "array"]}),
    name_table: TEXTS,
    text_list: TEXTS,
    event_filter: Shape("{ allow?: string[]; deny?: string[] }", {"type": "object"}),
}
"""The kind ``one_of`` is not here: its words are the row's."""


def shape_of(row: Row) -> Shape:
    """Return the shape of a setting's values."""
    return choice(row["words"]) if "words" in row else SHAPES[row["kind"]]
