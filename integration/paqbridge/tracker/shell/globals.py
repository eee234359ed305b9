"""What ``Matomo`` has besides, for plugins and tools that were written for ``matomo.js``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import global_value, set_global
from paqbridge.native import listing

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Members

LACKING = "off on retryMissedPluginCalls trigger"
LACKING_OF_DOM = "addEventListener isNodeVisible isOrWasNodeVisible onLoad onReady"


def extend(matomo: dict[str, Untrusted], first: Members) -> None:
    """Give the object on the page what is lacking, and its oldest name.

    A function that is lacking says so, once; a page goes on with the tracker that it gives.
    """

    def add(place: dict[str, Untrusted], name: str) -> None:
        def refuse(args: list[Untrusted]) -> Untrusted:
            first[""]([name, *args])
            return first

        place[name] = listing(refuse)

    dom: dict[str, Untrusted] = {}
    for name in LACKING.split(" "):
        add(matomo, name)
    for name in LACKING_OF_DOM.split(" "):
        add(dom, name)
    matomo["DOM"] = dom
    matomo["JSON"] = global_value("JSON")
    if not global_value("AnalyticsTracker"):
        set_global("AnalyticsTracker", matomo)
