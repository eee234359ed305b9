"""What ``Matomo`` has besides, for plugins and tools that were written for ``matomo.js``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import global_value, set_global

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def extend(matomo: dict[str, Untrusted]) -> None:
    """Give the object on the page what is more than a function, and its oldest name."""
    matomo["JSON"] = global_value("JSON")
    if not global_value("AnalyticsTracker"):
        set_global("AnalyticsTracker", matomo)
