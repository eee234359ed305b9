"""Vectors: calls and settings -> commands, as data. ``tests/vectors/README.md`` has the format."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from paqbridge.kits.explain import create_explaining
from paqbridge.kits.full import FULL
from paqbridge.kits.full_standalone import FULL_STANDALONE
from paqbridge.kits.lean import LEAN
from paqbridge.kits.lean_standalone import LEAN_STANDALONE
from paqbridge.types.source import Kits
from tests.support.canonical import decode, encode
from tests.support.fake_page import FakePage, under_host
from tests.support.standalone import standalone

FOLDER = Path(__file__).parents[1] / "vectors"
BASE = {"siteId": 1, "serverUrl": "https://m.example", "loadScript": False}
BUILDS: dict[str, Callable[[], Kits]] = {
    "lean": lambda: {"source": LEAN_STANDALONE, "kit": LEAN},
    "full": lambda: {"source": FULL_STANDALONE, "kit": FULL},
    "explain": create_explaining,
}
"""What makes the kits of a standalone; that which explains has a journal of its own each time."""

START = 3
"""How many commands the start takes with these settings."""

BEYOND_LEAN = {
    "Items after name and value are not looked at, a scope among them.": "visit scope on request",
    "An object is no event.": "track({event, properties}) is a form of Segment's newer library",
    "An id that was never sent needs no resetUserId.": "a login of an earlier page counts, too",
    "A lean build that is to wait for consent does not start, and says so.": "it waits",
    "Only the digits 0 to 9 are digits: Arabic, full-width and superscript ones are not.": (
        "it reads the digits of other scripts"
    ),
    "A typographic minus is no sign.": "it is one",
    (
        "Choice: a blank is what ECMAScript trims, "
        "so control characters that Python strips are none."
    ): ("a text without its marks of direction, and the like, is looked at as well"),
    "A lean build says once of each setting what only a full build has.": "it has it",
}
"""Vectors of the lean builds that the full mapping goes beyond, and by what."""


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


def run_on_cpython(vector: dict[str, Any], build: str = "lean") -> Outcome:
    """Make the calls on the Python source, where an exception of ours is not swallowed."""
    arguments = [{"Piwik": settings_of(vector)}, vector.get("options")]
    troubles = []
    with under_host(FakePage(live=True)) as page:
        kits = BUILDS[build]()
        analytics: Any = standalone(kits["source"], kits["kit"])
        for method, *rest in [["initialize", *arguments], *vector["calls"]]:
            given = decode(rest)
            before = repr(given)
            try:
                analytics[method](*given)
            except Exception as error:
                error.add_note(f"in the vector {vector.get('name', vector)}")
                raise
            if repr(given) != before:
                troubles.append(f"{method} changed what it was given")
        explained = encode(analytics["explain"]()) if "explain" in analytics else ""
        commands = [encode(command) for command in page.commands]
    return Outcome(commands, page.warnings, troubles, explained)


def held_by(build: str, vectors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the vectors of the lean builds that another one holds to as well."""
    return [one for one in vectors if build == "lean" or one["name"] not in BEYOND_LEAN]


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
