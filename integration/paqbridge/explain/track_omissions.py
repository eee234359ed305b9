"""Notes on what a track call leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.explain.commerce_omissions import commerce_omissions
from paqbridge.explain.left_out import leave_out, no_numbers, no_texts
from paqbridge.explain.omitted_values import variable_omissions
from paqbridge.mapping.full.called_url import USABLE
from paqbridge.mapping.full.ecommerce import role_of
from paqbridge.mapping.full.track import is_allowed, is_search, searched
from paqbridge.mapping.parts import action_of
from paqbridge.native import folded, read, text
from paqbridge.read.facade import fields
from paqbridge.read.values import TEXT_LIMIT, event_text

if TYPE_CHECKING:
    from paqbridge.types.command import Note
    from paqbridge.types.event import FullEvent
    from paqbridge.types.parts import Properties
    from paqbridge.types.settings import FullSettings


def track_omissions(notes: list[Note], event: FullEvent, settings: FullSettings) -> None:
    """Note what a track call with a name leaves out."""
    action = action_of(event, event_text)
    if action is None:
        return
    key = folded(action)
    properties = fields(event["properties"])
    event_omissions(notes, properties)
    variable_omissions(notes, event["options"], settings["customVariableLimit"])
    if is_allowed(key, settings):
        request_omissions(notes, key, event, settings)
    else:
        leave_out(notes, "track", "not among the events to send", event["event"])


def event_omissions(notes: list[Note], properties: Properties) -> None:
    """Note what of an event's properties finds no place in ``trackEvent``."""
    no_texts(notes, ("category", "name", "label"), properties)
    no_numbers(notes, ("value", "revenue", "total"), properties)
    label = text(properties.get("label"), TEXT_LIMIT)
    if label and text(properties.get("name"), TEXT_LIMIT):
        leave_out(notes, "label", "the name goes before it", label)


def request_omissions(
    notes: list[Note], key: str, event: FullEvent, settings: FullSettings
) -> None:
    """Note why an event is an event only, where it could be more, and what that leaves out."""
    properties = fields(event["properties"])
    role = role_of(key)
    if is_search(key, settings):
        if not searched(properties):
            leave_out(notes, "query", "expected what was searched for", properties.get("query"))
        no_numbers(notes, ("count", "results"), properties)
    if read(settings["downloadEvents"], key) or read(settings["linkEvents"], key):
        if properties.get("url") is None and properties.get("href") is None:
            leave_out(notes, "url", "expected " + USABLE, None)
    if settings["ecommerce"]:
        commerce_omissions(notes, role, properties)
    elif role is not None and role != "event":
        leave_out(notes, "ecommerce", "the setting is off, so this is an event only", None)
