"""From a host's message to the one event record, with the page's facts of that moment.

A message has Segment's common format: ``event``, ``properties``, ``userId``, ``name``,
``category``, ``traits``, ``context``, ``groupId``. Its values stay untrusted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import page_facts
from paqbridge.native import read

if TYPE_CHECKING:
    from paqbridge.types.event import CallFacts, Event, EventMaker, FullEvent, Kind
    from paqbridge.types.page import Untrusted

MORE = ("name", "category", "traits", "context", "groupId", "page")
"""What only the full mapping looks at; a ``page`` is only ever ours."""


def event_of(kind: Kind, message: Untrusted) -> Event:
    """Return the record of a call, as much of it as the lean mapping looks at."""
    return {
        "type": kind,
        "event": read(message, "event"),
        "properties": read(message, "properties"),
        "userId": read(message, "userId"),
        "options": [],
    }


def lean_events() -> EventMaker:
    """Return what makes events for the lean mapping."""
    return event_of


def full_events() -> EventMaker:
    """Return what makes events for the full mapping, on the page that is loaded now."""
    landing = page_facts()["url"]

    def full_event_of(kind: Kind, message: Untrusted) -> Event:
        event = cast("FullEvent", event_of(kind, message))
        for name in MORE:
            event[name] = read(message, name)  # type: ignore[literal-required]
        if kind == "page":
            event["page"] = cast("CallFacts", {**page_facts(), "landing": landing})
        return event

    return full_event_of
