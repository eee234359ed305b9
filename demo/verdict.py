"""What Matomo makes of a request, in the form that collector and page use."""

from __future__ import annotations

from typing import TypedDict

from demo.judge import judge
from demo.judgement import Parameters


class Verdict(TypedDict):
    """The status Matomo answers with, what it records in words, and what it gets wrong."""

    status: int
    summary: str
    warnings: list[str]


def verdict_of(parameters: Parameters) -> Verdict:
    """Judge one request's parameters, and leave out the details that only tests look at."""
    judged = judge(parameters)
    return Verdict(status=judged["status"], summary=judged["summary"], warnings=judged["warnings"])
