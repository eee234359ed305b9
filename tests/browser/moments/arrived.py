"""What has arrived at Matomo."""

from __future__ import annotations

from tests.support.visit import Visit


def views(visit: Visit) -> list[tuple[str, str]]:
    """The path and the title of each view that arrived."""
    hits = [hit for hit in visit.requests() if "action_name" in hit]
    return [(hit["url"].removeprefix(visit.address), hit["action_name"]) for hit in hits]
