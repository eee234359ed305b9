from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

import pytest

from demo import verdict


def test_a_judge_has_the_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the rules answer is passed on, and nothing else that they return."""
    judge: Any = ModuleType("demo.judge")
    judge.__spec__ = ModuleSpec("demo.judge", None)
    judge.judge = lambda parameters: {
        "status": 400,
        "summary": f"nothing for site {parameters['idsite']}",
        "warnings": ["lost"],
        "more": 1,
    }
    monkeypatch.setitem(sys.modules, "demo.judge", judge)
    told: dict[str, object] = {"status": 400, "summary": "nothing for site 9", "warnings": ["lost"]}
    assert verdict.verdict_of({"idsite": "9"}) == told


def test_without_rules_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo without rules accepts requests and does not invent what Matomo records."""
    monkeypatch.setattr(verdict, "find_spec", lambda name: None)
    assert verdict.is_judged() is False
    told: dict[str, object] = {"status": 204, "summary": None, "warnings": []}
    assert verdict.verdict_of({"e_c": "All", "e_a": " "}) == told
