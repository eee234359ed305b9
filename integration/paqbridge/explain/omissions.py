"""What a call leaves out, and why: read from the call again, since the mapping is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.explain.commerce_omissions import stored_omissions
from paqbridge.explain.left_out import no_texts, note
from paqbridge.explain.omitted_values import (
    dimension_omissions,
    no_dimension,
    variable_omissions,
)
from paqbridge.explain.track_omissions import track_omissions
from paqbridge.mapping.full.dimensions import value_at
from paqbridge.mapping.full.draft import create_draft
from paqbridge.mapping.full.pages import facts_to_record, is_same_page, written
from paqbridge.read.facade import fields
from paqbridge.read.urls import absolute_url

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Note, State
    from paqbridge.types.event import Event, FullEvent
    from paqbridge.types.parts import FullState
    from paqbridge.types.settings import FullSettings

NOTHING = {
    "identify": "identify: without a user id, traits are only kept for later calls",
    "alias": "alias: expected the setting aliasUserId, and a user id",
    "group": "group: kept for later calls if there is a setting groupDimension",
    "reset": "reset: nobody was logged in",
}
"""Why a call about the visitor says nothing to Matomo."""


def omissions(
    given: Event, settings: FullSettings, state: State, commands: list[Command]
) -> list[Note]:
    """Return notes on what a call left out; ``state`` is the one before it.

    The first call on a page also has those on the cart that the page before has stored.
    """
    event = cast("FullEvent", given)
    before = create_draft(state)["state"]
    notes = stored_omissions(before["stored"])
    if event["type"] == "track":
        return [*notes, *dimension_omissions(event, settings), *track_omissions(event, settings)]
    if event["type"] == "page":
        facts = page_omissions(event, settings, before)
        return [*notes, *dimension_omissions(event, settings), *facts]
    return [*notes, *visitor_omissions(event, settings, commands)]


def page_omissions(event: FullEvent, settings: FullSettings, before: FullState) -> list[Note]:
    """Note which of the facts that a page call gives do not reach Matomo, and a call ignored."""
    wanted = facts_to_record(event, settings, before)
    notes = facts_omissions(event, settings)
    if settings["dedupePages"] and is_same_page(wanted, before):
        return [
            *notes,
            note("page: the same URL and title as the page call before", wanted["url"]),
        ]
    return [*notes, *variable_omissions(event, settings)]


def facts_omissions(event: FullEvent, settings: FullSettings) -> list[Note]:
    """Note which of the facts that a page call gives cannot be used."""
    properties = fields(event["properties"])
    notes = no_texts(("title",), properties)
    for name in ("url", "referrer"):
        value = properties.get(name)
        if value is not None and absolute_url(value, written(event, "url")) is None:
            said = name + ": expected an absolute URL or a path from the root"
            notes.append(note(said, value))
    for name in ("url", "title", "referrer"):
        if settings["pageFacts"] == "never" and properties.get(name) is not None:
            notes.append(note(name + ": the setting pageFacts is never", properties.get(name)))
    return notes


def visitor_omissions(
    event: FullEvent, settings: FullSettings, commands: list[Command]
) -> list[Note]:
    """Note what is no dimension, and why a call about the visitor led to no command."""
    kind = event["type"]
    notes: list[Note] = []
    if kind == "group" and settings["groupDimension"]:
        notes = no_dimension(f"dimension{settings['groupDimension']}", event["groupId"])
    if kind == "identify":
        for path, name in settings["dimensions"].items():
            if path.split(".")[0] == "traits":
                notes = [*notes, *no_dimension(name, value_at(event, path))]
    why = NOTHING.get(kind)
    if why is not None and len(commands) == 0:
        notes.append(note(why, event["groupId"] if kind == "group" else event["userId"]))
    return notes
