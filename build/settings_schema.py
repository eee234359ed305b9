"""``dist/settings.schema.json``: the settings tables as a JSON schema, for editors and forms."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from settings_docs import DEBUG_SETTINGS, LEAN_SETTINGS, MORE_SETTINGS, REQUIRED, type_of

if TYPE_CHECKING:
    from paqbridge.types import Row

GROUPS = {
    "Essentials": ("siteId", "serverUrl", "goals", "customVariableLimit"),
    "Files of Matomo": (
        "trackerFile", "loadScript", "trackerUrl", "scriptUrl", "matomoVersion", "nonce", "timeout",
    ),
    "Pages": ("pageFacts", "pageTitle", "titleDelay", "dedupePages"),
    "Events": ("ecommerce", "events", "siteSearchEvents", "linkEvents", "downloadEvents"),
    "Dimensions and variables": (
        "dimensions", "customVariablesAsDimensions", "clearCustomVariables", "groupDimension",
    ),
    "Visitors": ("aliasUserId", "newVisitOnReset"),
    "Consent and cookies": (
        "consent", "disableCookies", "cookieDomain", "cookiePath", "secureCookie",
        "cookieSameSite", "doNotTrack",
    ),
    "Links, content, time": (
        "linkTracking", "domains", "crossDomain", "heartBeat", "contentTracking",
    ),
    "Finding out": ("debug",),
}  # fmt: skip
"""Where a form shows a setting. A test asks for each."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SIMPLE = {"string", "number", "boolean"}


def schema() -> dict[str, Any]:
    """Return the schema; hosts may add settings of their own."""
    rows = [*LEAN_SETTINGS, *MORE_SETTINGS, *DEBUG_SETTINGS]
    return {
        "$schema": DRAFT,
        "title": "Settings of paqbridge",
        "type": "object",
        "properties": {row["name"]: member(row) for row in rows},
        "required": list(REQUIRED),
        "additionalProperties": True,
    }


def member(row: Row) -> dict[str, Any]:
    """Return what the schema says of one setting; with ``x-`` what a form needs besides."""
    said = {
        "description": row["about"].replace("`", ""),
        **shape(type_of(row)),
        "x-group": next((group for group, names in GROUPS.items() if row["name"] in names), "More"),
        "x-build": build_of(row),
    }
    return said if row["name"] in REQUIRED else {**said, "default": row["default"]}


def build_of(row: Row) -> str:
    """Return the smallest build that has a setting."""
    if row in DEBUG_SETTINGS:
        return "explain"
    return "full" if row in MORE_SETTINGS else "lean"


def shape(typescript: str) -> dict[str, Any]:
    """Return the schema of a TypeScript type, of the few forms that settings have."""
    literals = re.findall(r"'(\w+)'", typescript)
    if literals:
        return {"enum": literals}
    if typescript == "string[]":
        return {"type": "array", "items": {"type": "string"}}
    names = typescript.split(" | ")
    if SIMPLE.issuperset(names):
        return {"type": names if len(names) > 1 else names[0]}
    return {"type": ["object", "array"] if typescript == "Goals" else "object"}


def write_schema(dist: Path) -> None:
    """Write the file."""
    text = json.dumps(schema(), indent=2, ensure_ascii=False)
    (dist / "settings.schema.json").write_text(text + "\n", encoding="utf-8")
