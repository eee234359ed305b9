"""The table of cases, which the stand-in and Matomo's own file keep to, on our tracker's file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.opt_in import EVERY_VECTOR
from tests.tracker.playing import expanded, play, read_cases
from tests.tracker.test_cases import check

OTHERWISE = json.loads(expanded(Path(__file__).with_name("cases.json").read_text("utf-8")))
"""What ours does otherwise, by case: what the case has instead, or why it has no such case."""

PLAYED = ("links", "plugins", "pace", "function", "without")
"""How those cases begin that each run plays; the rest the heart plays on CPython in other words."""


def own_case(case: dict[str, Any]) -> dict[str, Any]:
    """Return a case as it is for ours, which never throws, and complains in another tone."""
    steps = [
        {"caught": step["caught"], "answer": "nothing"} if "caught" in step else step
        for step in case.get("steps", [])
    ]
    known = {name: what for name, what in case.items() if name not in ("dies", "complaints")}
    return {**known, "steps": steps, **OTHERWISE.get(case["name"], {})}


CASES = [own_case(one) for one in read_cases()]
HERE = [one for one in CASES if "not_ours" not in one]
SOME = [one for one in HERE if EVERY_VECTOR or one["name"].startswith(PLAYED)]


@pytest.mark.parametrize("case", SOME, ids=[one["name"] for one in SOME])
def test_case(case: dict[str, Any], stage: Page, site: str) -> None:
    """Our tracker does what the case says."""
    check(case, play(case, stage, site, "/own.js"))


def test_what_is_otherwise() -> None:
    """Each difference belongs to a case, and has its reason."""
    names = {one["name"] for one in CASES}
    assert [name for name, one in OTHERWISE.items() if name not in names or "why" not in one] == []
