"""Scripts that run in a page before its own, to see what it does."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ALL = ("canonical.js", "pushes.js", "beacons.js")
KEPT = ("kept_beacons.js", "kept_cookies.js")
PACE = "window.standInTracker = {wait: 0, gap: 0};"
"""Makes the stand-in send at once; the real file knows nothing of this."""


def instruments(*names: str) -> str:
    """The script of these files of this folder; none of its names is the page's."""
    return "\n".join(["(() => {", *map(text_of, names), "})()"])


def text_of(name: str) -> str:
    """The text of a file of this folder."""
    return (HERE / name).read_text("utf-8")


def decoded(text: str) -> list[Any]:
    """Read a command in the canonical encoding; no command holds null."""
    command = json.loads(text)
    assert None not in command, f"null in {text}"
    return [None if argument == {"$": "undefined"} else argument for argument in command]


def named(texts: Iterable[str]) -> list[list[Any]]:
    """The commands among these in the canonical encoding."""
    return [one for one in map(decoded, texts) if one[0] != {"$": "function"}]
