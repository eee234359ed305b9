"""From a host's message to the one event record, with the page's facts of that moment.

A message has Segment's common format: ``event``, ``properties``, ``userId``, ``name``,
``category``, ``traits``, ``context``, ``groupId``, ``timestamp``; a ``moment`` has the facts of a
call that a stub has kept. All values stay untrusted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import canonical_link, clock, page_facts, quick_address, route
from paqbridge.native import is_list, milliseconds, read

if TYPE_CHECKING:
    from paqbridge.types.event import CallFacts, Event, FullEvent, Kind
    from paqbridge.types.page import Untrusted

CHANGEABLE = ("event", "properties", "userId", "name", "category", "traits", "context", "groupId")
"""What functions of the page can change of a call."""


def event_of(kind: Kind, message: Untrusted) -> Event:
    """Return the record of a call, as much of it as the lean mapping looks at."""
    return {
        "type": kind,
        "event": read(message, "event"),
        "properties": read(message, "properties"),
        "userId": read(message, "userId"),
        "options": [],
    }


def full_event_of(kind: Kind, message: Untrusted) -> Event:
    """Return the record of a call as the full mapping looks at it.

    In one piece: each call pays for it, and what ``event_of`` returns would be copied.
    """
    context = read(message, "context")
    moment = read(message, "moment")
    stamp = read(message, "timestamp") or (moment and read(moment, "d"))
    here = address_of(context, moment)
    event: FullEvent = {
        "type": kind,
        "event": read(message, "event"),
        "properties": read(message, "properties"),
        "userId": read(message, "userId"),
        "options": [],
        "name": read(message, "name"),
        "category": read(message, "category"),
        "traits": read(message, "traits"),
        "context": context,
        "groupId": read(message, "groupId"),
        "time": (milliseconds(stamp) if stamp else None) or clock(),
        "here": here,
        "page": facts_of_call(here, moment) if kind == "page" else None,
    }
    return event


def amend(event: FullEvent, message: Untrusted) -> None:
    """Let an event say what its message has become; the facts of its moment stay."""
    for name in CHANGEABLE:
        event[name] = read(message, name)  # type: ignore[literal-required]


def address_of(context: Untrusted, moment: Untrusted) -> str | None:
    """Return the page's address at a call's moment, as it says that itself if it has waited.

    ``moment`` is what snippets note with each call that they keep. RudderStack says in a call's
    context what the address was; the URL that other hosts say may be the canonical one.
    """
    said = text_or(read(read(context, "page"), "tab_url"), quick_address())
    return text_or(read(moment, "u"), said) if moment else said


def facts_of_call(here: str | None, moment: Untrusted) -> CallFacts:
    """Return the page's facts of a page call's moment."""
    now = page_facts()
    links = read(moment, "links")
    return {
        "url": here,
        "title": text_or(read(moment, "t"), now["title"]),
        "referrer": text_or(read(moment, "r"), now["referrer"]),
        "canonical": cast("list[str]", links) if is_list(links) else canonical_link(),
        "route": cast("int", read(moment, "route")) or route(here),
    }


def text_or(value: Untrusted, otherwise: str | None) -> str | None:
    """Return a value that is a text, or else what stands for it."""
    return value if isinstance(value, str) else otherwise
