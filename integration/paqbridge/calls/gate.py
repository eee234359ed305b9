"""Whether a call is meant for this destination (Segment: "Filtering with the Integrations object").

A gate takes the event and the message that it was made of. It returns what the call says to this
destination alone, the most specific first, or None where it is not for us.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.native import contains, read
from paqbridge.read.facade import fields
from paqbridge.read.options import own_values

if TYPE_CHECKING:
    from paqbridge.types.event import Event
    from paqbridge.types.page import Untrusted


def by_places(event: Event, message: Untrusted) -> list[Untrusted] | None:
    """For a host with places of its own, which its messages name."""
    places = cast("list[Untrusted]", read(message, "places") or [])
    own = own_values(places)
    return own if is_meant(own, places, read(message, "context")) else None


def by_integrations(event: Event, message: Untrusted) -> list[Untrusted] | None:
    """For messages that nobody has judged: their ``integrations`` and context."""
    integrations = read(message, "integrations")
    context = read(message, "context")
    own = own_values([integrations, context])
    return own if is_meant(own, [integrations], context) else None


def by_own_name(event: Event | None, message: Untrusted) -> list[Untrusted] | None:
    """For hosts that look at ``All`` themselves.

    They know neither other cases of our names nor what a context says.
    """
    own = own_values([read(message, "integrations"), read(message, "context")])
    return None if contains(own, False) else own


def is_refused(message: Untrusted) -> bool:
    """Tell whether a message of such a host is not for us."""
    return by_own_name(None, message) is None


def is_meant(own: list[Untrusted], places: list[Untrusted], context: Untrusted) -> bool:
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
