"""Whether a call wants this destination (Segment: "Filtering with the Integrations object")."""

from __future__ import annotations

from typing import Any

from paqbridge.native import read
from paqbridge.read.facade import fields


def enabled(own: list[Any], places: list[Any], context: Any) -> bool:
    """Tell whether a call is meant for this destination.

    What stands under the destination's own name decides: False switches it off, all else on; then
    the first boolean for ``All``, where the context comes first.
    """
    if len(own) > 0:
        return own[0] is not False
    for place in [read(context, "providers"), context, *places]:
        general = fields(place).get("all")
        if isinstance(general, bool):
            return general
    return True
