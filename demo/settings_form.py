"""The rows of the settings form, from the schema that the build makes of the settings table."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BUILDS = ("lean", "full")
"""Those that the demo can load; settings of others have no field."""

NOT_IN_DOCUMENTS = (
    "settingsUrl",
    "matomoVersion",
    "aliasUserId",
    "cookieDomain",
    "crossDomain",
    "persistTraits",
    "queryString",
)
"""Settings of which a settings document can only say what counts anyway."""

KINDS = {"boolean": "flag", "number": "number", "array": "lines", "object": "json"}
SAMPLES = {
    "dimensions": '{"properties.plan": 1}',
    "customVariablesAsDimensions": '{"1": 2}',
    "events": '{"deny": ["Scrolled"]}',
}
"""What a table may look like, where its field is empty."""


@dataclass(frozen=True)
class Field:
    """One setting: its help, the kind of input that fits, what it is while nobody touches it."""

    name: str
    about: str
    group: str
    build: str
    kind: str
    default: Any
    choices: list[str]
    hint: str


def groups_of(schema_file: Path, without: Collection[str] = ()) -> list[tuple[str, list[Field]]]:
    """The fields of the form by group, in the order in which groups first appear.

    There is none for the names in `without`.
    """
    properties = json.loads(schema_file.read_text("utf-8"))["properties"]
    groups: dict[str, list[Field]] = {}
    for name, said in properties.items():
        if said["x-build"] in BUILDS and name not in without:
            field = field_of(name, said)
            groups.setdefault(field.group, []).append(field)
    return list(groups.items())


def field_of(name: str, said: dict[str, Any]) -> Field:
    """The field of one property of the schema."""
    kind, default = kind_of(name, said), said.get("default")
    return Field(
        name,
        about=said["description"],
        group=said["x-group"],
        build=said["x-build"],
        kind=kind,
        default=default,
        choices=[written(choice) for choice in said.get("enum", ()) if choice != default],
        hint=hint_of(name, kind, default),
    )


def written(choice: str | bool) -> str:
    """A choice as a page writes it."""
    return choice if isinstance(choice, str) else json.dumps(choice)


def kind_of(name: str, said: dict[str, Any]) -> str:
    """The kind of input: an id is digits or a name, what the schema gives no form is text."""
    if name == "goals":
        return "goals"
    if "enum" in said:
        return "choice"
    if set(said["type"]) == {"number", "string"}:
        return "id"
    return KINDS.get(said["type"], "text")


def hint_of(name: str, kind: str, default: Any) -> str:
    """What an empty input shows in grey."""
    if kind == "lines":
        return "one a line"
    if kind == "json":
        return SAMPLES.get(name, "{}")
    return "" if default is None else str(default)
