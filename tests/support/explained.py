"""An `analytics` that explains itself, on CPython."""

from __future__ import annotations

from typing import Any

from paqbridge.kits.explain import create_explaining
from tests.support.standalone import standalone

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}


def made() -> Any:
    """Make an analytics object that explains itself."""
    kits = create_explaining()
    return standalone(kits["source"], kits["kit"])


def started(**settings: Any) -> Any:
    """Make one and load it."""
    analytics = made()
    analytics["load"]({**GIVEN, **settings})
    return analytics


def places(analytics: Any) -> list[tuple[str, str]]:
    """Return outcome and reason of each call."""
    return [(entry["outcome"], entry["why"]) for entry in analytics["explain"]()]
