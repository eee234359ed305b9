"""What Matomo makes of a request, in the form that collector and page use.

The rules are those of demo/judge.py. Where that module is not there yet, requests are accepted
and nothing is claimed about what becomes of them.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypedDict

JUDGE = "demo.judge"


class Verdict(TypedDict):
    """The status Matomo answers with, what it records in words, and what it gets wrong."""

    status: int
    summary: str | None
    warnings: list[str]


UNJUDGED: Verdict = {"status": 204, "summary": None, "warnings": []}


def is_judged() -> bool:
    """Whether there are rules to judge by."""
    return find_spec(JUDGE) is not None


def verdict_of(parameters: dict[str, str]) -> Verdict:
    """Judge one request's parameters; without rules, accept them and say nothing about them."""
    if not is_judged():
        return UNJUDGED
    judged: Any = import_module(JUDGE).judge(parameters)
    return Verdict(status=judged["status"], summary=judged["summary"], warnings=judged["warnings"])
