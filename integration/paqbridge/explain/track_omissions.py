"""Notes on what a track call leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.explain.commerce_omissions import commerce_omissions
from paqbridge.explain.left_out import no_numbers, no_texts, note
from paqbridge.explain.omitted_values import variable_omissions
from paqbridge.mapping.full.ecommerce import role_of
from paqbridge.mapping.full.track import is_allowed, is_search
from paqbridge.mapping.parts import action_of, track_parts
from paqbridge.native import read, text
from paqbridge.read.urls import absolute_url
from paqbridge.read.values import TEXT_LIMIT, event_text, known

if TYPE_CHECKING:
    from paqbridge.types.command import Note
    from paqbridge.types.event import FullEvent
    from paqbridge.types.parts import Properties
    from paqbridge.types.settings import FullSettings

TEXTS = ("category", "name", "label")
NUMBERS = ("value", "revenue", "total")


def track_omissions(event: FullEvent, settings: FullSettings) -> list[Note]:
    """Note what a track call with a name leaves out."""
    action = action_of(event, event_text)
    if action is None:
        return []
    parts = track_parts(event, action, settings, event_text)
    key = parts["key"]
    properties = parts["properties"]
    notes = [*event_omissions(properties), *variable_omissions(event, settings)]
    if not is_allowed(key, settings):
        return [*notes, note("track: not among the events to send", event["event"])]
    role = role_of(key) if settings["ecommerce"] else None
    return [
        *notes,
        *request_omissions(key, properties, settings),
        *commerce_omissions(role, properties),
    ]


def event_omissions(properties: Properties) -> list[Note]:
    """Note what of an event's properties finds no place in ``trackEvent``."""
    notes = [*no_texts(TEXTS, properties), *no_numbers(NUMBERS, properties)]
    label = text(properties.get("label"), TEXT_LIMIT)
    if label and text(properties.get("name"), TEXT_LIMIT):
        notes.append(note("label: the name goes before it", label))
    return notes


def request_omissions(key: str, properties: Properties, settings: FullSettings) -> list[Note]:
    """Note why an event is an event only, where it could be more."""
    notes: list[Note] = []
    if is_search(key, settings):
        notes = [*search_omissions(properties)]
    if read(settings["downloadEvents"], key) or read(settings["linkEvents"], key):
        notes = [*notes, *link_omissions(properties)]
    role = role_of(key)
    if not settings["ecommerce"] and role is not None and role != "event":
        notes.append(note("ecommerce: the setting is off, so this is an event only", None))
    return notes


def search_omissions(properties: Properties) -> list[Note]:
    """Note what a site search lacks: without a query it stays an event."""
    notes: list[Note] = []
    query = known(text(properties.get("query"), TEXT_LIMIT))
    if not (query or known(text(properties.get("keyword"), TEXT_LIMIT))):
        notes.append(note("query: expected what was searched for", properties.get("query")))
    return [*notes, *no_numbers(("count", "results"), properties)]


def link_omissions(properties: Properties) -> list[Note]:
    """Note that a link or a download lacks its address: it stays an event."""
    url = properties.get("url")
    if absolute_url(url, None) or absolute_url(properties.get("href"), None):
        return []
    return [note("url: expected an absolute URL", url)]
