"""How tests of who the visitor is start the full standalone."""

from __future__ import annotations

from typing import Any

from tests.support.visit import Visit


def load(visit: Visit, **options: Any) -> None:
    """Start it."""
    settings = {"siteId": 1, "serverUrl": visit.matomo}
    visit.run("([settings, options]) => analytics.load(settings, options)", [settings, options])
