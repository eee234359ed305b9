"""A hit made readable: parameters in words, what Matomo records, what it gets wrong."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from demo.matomo_double.hits import Hit
from demo.matomo_double.verdict import verdict_of
from demo.words import in_words


def explain(parameters: dict[str, str]) -> dict[str, Any]:
    """Describe a request to a server nobody here knows: in words, and what becomes of it."""
    return {"words": in_words(parameters), "verdict": verdict_of(parameters)}


def explain_hit(hit: Hit) -> dict[str, Any]:
    """Describe a stored hit as `explain` does; its verdict is that of its arrival."""
    return {**asdict(hit), "words": in_words(hit.parameters)}
