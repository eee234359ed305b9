"""A standalone ``analytics`` of any build, on CPython."""

from __future__ import annotations

from typing import Any, cast

from paqbridge.source.analytics import create_analytics
from paqbridge.source.methods import create_whole


def standalone(source: Any, kit: Any) -> dict[str, Any]:
    """Return the methods; a lean source has a message maker of its own."""
    if "message" in source:
        return create_analytics(source, kit)
    return cast("dict[str, Any]", create_whole(source, kit)["analytics"])
