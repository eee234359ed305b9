"""What a call leaves out, and why: read from the call again, since the mapping is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.explain.commerce_omissions import stored_omissions
from paqbridge.explain.left_out import leave_out, no_texts, unusable
from paqbridge.explain.omitted_values import (
    dimension_omissions,
    no_dimension,
    path_omissions,
    variable_omissions,
)
from paqbridge.explain.track_omissions import track_omissions
from paqbridge.mapping.full.called_url import USABLE
from paqbridge.mapping.full.dimensions import ROOTS
from paqbridge.mapping.full.draft import create_draft
from paqbridge.mapping.full.pages import facts_to_record, is_same_page
from paqbridge.read.facade import fields
from paqbridge.read.urls import absolute_url

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Note, State
    from paqbridge.types.event import Event, FullEvent
    from paqbridge.types.parts import FullState
    from paqbridge.types.settings import FullSettings

NOTHING = {
    "identify": "without a user id, traits are only kept for later calls",
    "alias": "expected the setting aliasUserId, and a user id",
    "group": "kept for later calls if there is a setting groupDimension",
    "reset": "nobody was logged in",
}
"""Why a call about the visitor says nothing to Matomo."""


def omissions(
    given: Event, settings: FullSettings, state: State, commands: list[Command]
) -> list[Note]:
    """Return notes on what a call left out; ``state`` is the one before it.

    The first call on a page also has those on the cart that the page before has stored.
    """
    notes: list[Note] = []
    event = cast("FullEvent", given)
    before = create_draft(state)["state"]
    stored_omissions(notes, before["stored"])
    if event["type"] == "track" or event["type"] == "page":
        path_omissions(notes, event, settings, ROOTS)
        for options in event["options"]:
            dimension_omissions(notes, options)
        if event["type"] == "track":
            track_omissions(notes, event, settings)
        else:
            page_omissions(notes, event, settings, before)
    else:
        visitor_omissions(notes, event, settings, commands)
    return notes


def page_omissions(
    notes: list[Note], event: FullEvent, settings: FullSettings, before: FullState
) -> None:
    """Note which of the facts that a page call gives do not reach Matomo, and a call ignored."""
    wanted = facts_to_record(event, settings, before)
    facts_omissions(notes, event, settings)
    if settings["dedupePages"] and is_same_page(wanted, before):
        leave_out(notes, "page", "the same URL and title as the page call before", wanted["url"])
    else:
        variable_omissions(notes, event["options"], settings["customVariableLimit"])


def facts_omissions(notes: list[Note], event: FullEvent, settings: FullSettings) -> None:
    """Note which of the facts that a page call gives cannot be used."""
    properties = fields(event["properties"])
    no_texts(notes, ("title",), properties)
    value = properties.get("referrer")
    unusable(notes, "referrer", value, absolute_url(value, event["here"]), USABLE)
    for name in ("url", "title", "referrer"):
        if settings["pageFacts"] == "never" and properties.get(name) is not None:
            leave_out(notes, name, "the setting pageFacts is never", properties.get(name))


def visitor_omissions(
    notes: list[Note], event: FullEvent, settings: FullSettings, commands: list[Command]
) -> None:
    """Note what is no dimension, and why a call about the visitor led to no command."""
    kind = event["type"]
    is_group = kind == "group"
    if is_group and settings["groupDimension"]:
        no_dimension(notes, f"dimension{settings['groupDimension']}", event["groupId"])
    if kind == "identify":
        path_omissions(notes, event, settings, ("traits",))
    why = NOTHING.get(kind)
    if why is not None and len(commands) == 0:
        leave_out(notes, kind, why, event["groupId"] if is_group else event["userId"])
