"""Vectors: calls and settings -> commands, as data. ``tests/vectors/README.md`` has the format."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from paqbridge.deliver.memory import remembering
from paqbridge.mapping.core import map_event
from paqbridge.mapping.full.core import map_full

from paqbridge import host
from paqbridge.settings.full_table import FULL_SETTINGS
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.wording import short
from paqbridge.source.analytics import create_analytics
from tests.support.canonical import decode, encode
from tests.support.fake_page import FakePage

FOLDER = Path(__file__).parents[1] / "vectors"
BASE = {"siteId": 1, "serverUrl": "https://m.example", "loadScript": False}
Build = tuple[Any, list[Any], Any]
LEAN: Build = (map_event, LEAN_SETTINGS, short)
FULL: Build = (remembering(map_full), FULL_SETTINGS, short)
"""What makes a standalone: the mapping, the settings, the words for a wrong one."""

START = 3
"""How many commands the start takes with these settings."""


@dataclass
class Outcome:
    """What one vector led to: each command in the canonical encoding, and console warnings.

    ``troubles`` are what may never happen: a throw, or an argument that was changed. ``explained``
    is what a build that explains says of the calls, in the same encoding.
    """

    commands: list[str]
    warnings: list[str]
    troubles: list[str] = field(default_factory=list)
    explained: str = ""


def load_vectors(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Read every vector of every file."""
    return [
        {**vector, "file": path.name}
        for path in sorted(folder.glob("*.json"))
        for vector in json.loads(path.read_text("utf-8"))
    ]


def settings_of(vector: dict[str, Any]) -> dict[str, Any]:
    """Return the settings as given to the bundle, still encoded."""
    return {**BASE, **vector.get("settings", {})}


def expected(vector: dict[str, Any]) -> list[str]:
    """Return the expected commands in the canonical encoding."""
    return [encode(decode(command)) for command in vector["commands"]]


def shown_commands(vector: dict[str, Any], commands: list[str]) -> list[str]:
    """Leave out the start, unless the vector is about it."""
    return commands if vector.get("start") else commands[START:]


def run_on_cpython(vector: dict[str, Any], build: Build = LEAN, journal: Any = None) -> Outcome:
    """Make the calls on the Python source, with a journal if they are to be explained."""
    page = FakePage(live=True)
    host.page = page
    analytics = create_analytics(*build, journal)
    arguments = [{"Piwik": settings_of(vector)}, vector.get("options")]
    troubles = []
    for method, *rest in [["initialize", *arguments], *vector["calls"]]:
        given = decode(rest)
        before = repr(given)
        analytics[method](*given)
        if repr(given) != before:
            troubles.append(f"{method} changed what it was given")
    commands = [encode(command) for command in page.commands]
    explained = encode(analytics["explain"]()) if journal else ""
    return Outcome(commands, page.warnings, troubles, explained)


def by_file(folder: Path = FOLDER) -> dict[str, list[dict[str, Any]]]:
    """Group the vectors by their files."""
    files: dict[str, list[dict[str, Any]]] = {}
    for vector in load_vectors(folder):
        files.setdefault(vector["file"], []).append(vector)
    return files


def complaints(vector: dict[str, Any], outcome: Outcome) -> list[str]:
    """Say what differs between a vector and what it led to."""
    found = [f"{vector['name']}: {trouble}" for trouble in outcome.troubles]
    shown = shown_commands(vector, outcome.commands)
    if shown != expected(vector):
        found.append(f"{vector['name']} ({vector['rule']})\n  {expected(vector)}\n  {shown}")
    fragments = vector.get("warnings", [])
    pairs = zip(fragments, outcome.warnings, strict=False)
    same_count = len(fragments) == len(outcome.warnings)
    if not same_count or not all(part in text for part, text in pairs):
        found.append(f"{vector['name']}: warned {outcome.warnings}, not {fragments}")
    return found
