"""The core mapping: what Segment's own integration does, and logout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.mapping.track import map_track
from paqbridge.read.values import NAME_LIMIT, text

if TYPE_CHECKING:
    from paqbridge.types import Event, Mapped, Settings


def map_event(event: Event, settings: Settings, user: Any) -> Mapped:
    """Translate one call: (event, settings, state) -> (commands, next state, notes).

    The state is the user that the tracker has been told of, None for nobody.
    """
    if event["type"] == "track":
        return map_track(event, settings, user)
    if event["type"] == "page":
        return [["trackPageView"]], user, []
    if event["type"] == "identify":
        known = text(event["userId"] or None, NAME_LIMIT)
        return ([["setUserId", known]] if known else []), known or user, []
    return ([["resetUserId"]] if user else []), None, []
