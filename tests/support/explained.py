"""An `analytics` that explains itself, on CPython."""

from __future__ import annotations

from typing import Any

from paqbridge.explain.journal import create_journal
from paqbridge.explain.wording import long
from paqbridge.mapping.full.core import map_full
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS
from paqbridge.source.analytics import create_analytics

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}


def made() -> Any:
    """Make an analytics object that explains itself."""
    return create_analytics(map_full, EXPLAIN_SETTINGS, long, create_journal())


def started(**settings: Any) -> Any:
    """Make one and load it."""
    analytics = made()
    analytics["load"]({**GIVEN, **settings})
    return analytics


def places(analytics: Any) -> list[tuple[str, str]]:
    """Return outcome and reason of each call."""
    return [(entry["outcome"], entry["why"]) for entry in analytics["explain"]()]
