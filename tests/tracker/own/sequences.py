"""The sequences, and what Matomo's own file was seen to do in each: data, in ``recorded/``."""

from __future__ import annotations

import json
from typing import Any

from tests.tracker.own.playing import RECORDED

FAMILIES = sorted(path.stem for path in RECORDED.glob("*.json"))


def sequences(family: str) -> list[dict[str, Any]]:
    """Return the sequences of a family."""
    found: list[dict[str, Any]] = json.loads((RECORDED / f"{family}.json").read_text("utf-8"))
    return found


def differences() -> dict[str, dict[str, Any]]:
    """Return what ours is seen to do where that is something else, by sequence, with the reason."""
    path = RECORDED.with_name("differences.json")
    found: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return found
