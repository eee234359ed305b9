"""What Matomo makes of a request, in the form that collector and page use."""

from __future__ import annotations

from typing import TypedDict

from demo.matomo_double.judge import judge
from demo.matomo_double.judgement import Parameters, Server


class Verdict(TypedDict):
    """The status Matomo answers with, what it records in words, and what it gets wrong."""

    status: int
    summary: str
    warnings: list[str]


def verdict_of(parameters: Parameters, server: Server | None = None) -> Verdict:
    """Judge one request's parameters by what is known of the server: see `judge`."""
    judged = judge(parameters, server)
    return Verdict(status=judged["status"], summary=judged["summary"], warnings=judged["warnings"])
