"""Whether a call wants this destination (Segment: "Filtering with the Integrations object")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.read.options import NAMES, find_all

if TYPE_CHECKING:
    from paqbridge.types import Event


def is_wanted(event: Event) -> bool:
    """Tell whether no value under the destination's own names is False.

    Enough for a host that has looked at ``All`` and its own name for us already.
    """
    return all(value is not False for value in find_all(event["integrations"], NAMES))


def enabled(event: Event) -> bool:
    """Tell whether a call is meant for this destination.

    What stands under the destination's own name decides: False switches it off, all else on; then
    what ``providers`` has there; then the first boolean for ``All``.
    """
    places = event["integrations"]
    context = [event["context"]]
    own_values = find_all([*places, *find_all(places, ("providers",))], NAMES)
    if len(own_values) > 0:
        return own_values[0] is not False
    general = find_all([*find_all(context, ("providers",)), *context, *places], ("all",))
    flags = [value for value in general if isinstance(value, bool)]
    return len(flags) == 0 or flags[0]
