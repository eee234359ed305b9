"""What a judgement of a tracking request is, and what it depends on besides the request."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

RECORDED, REFUSED = 204, 400

Parameters = dict[str, str]
Judgement = dict[str, Any]


@dataclass(frozen=True)
class Server:
    """What a Matomo knows: its goals (None accepts every id), and the orders it has recorded."""

    goals: Collection[int] | None = None
    orders: Collection[str] = ()
    custom_variable_limit: int = 5


def accepted(recorded: str, summary: str, warnings: list[str], **details: Any) -> Judgement:
    """A judgement of a request that Matomo takes; details say what is recorded."""
    about = {"recorded": recorded, "status": RECORDED, "summary": summary, "warnings": warnings}
    return {**about, **details}


def refused(reason: str) -> Judgement:
    """A judgement of a request that Matomo answers with 400 and forgets."""
    return {"recorded": "nothing", "status": REFUSED, "summary": "nothing", "warnings": [reason]}


def spurious(reason: str) -> Judgement:
    """A judgement of a request that becomes a page view without a title."""
    return accepted("page view", "an untitled page view", [reason], title=None)
