"""A track call of the full mapping: what the lean one says, and what Matomo can do besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.mapping.full.called_url import USABLE
from paqbridge.mapping.full.draft import add, note
from paqbridge.mapping.full.ecommerce import EVENT_CATEGORY, ecommerce, role_of, viewed
from paqbridge.mapping.full.variables import set_variables
from paqbridge.mapping.parts import action_of, event_command, goal_command, no_action, track_parts
from paqbridge.native import number, read, readable_url
from paqbridge.read.choices import OF_CONSENT
from paqbridge.read.urls import absolute_url
from paqbridge.read.values import LINE_LIMIT, NAME_LIMIT, event_text, known, line, money

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.event import FullEvent
    from paqbridge.types.parts import CustomData, Draft, Parts, Properties
    from paqbridge.types.settings import FullSettings

NO_VIEW = ["setEcommerceView", "", "", "", ""]
"""Of a product view only the request of its own is told."""


def track(event: FullEvent, settings: FullSettings, draft: Draft) -> None:
    """Append variables, ecommerce commands, goals and the event, search or link, in this order."""
    action = action_of(event, event_text)
    if action is None:
        draft["notes"].append(no_action(event))
        return
    parts = track_parts(event, action, settings, event_text, money)
    if is_allowed(parts["key"], settings):
        render(parts, event, settings, draft)


def is_allowed(key: str, settings: FullSettings) -> bool:
    """Tell whether the setting ``events`` lets an event pass.

    What hosts tell of the visitor's choice itself is asked for by name, or as a goal.
    """
    allow = settings["events"].get("allow")
    if allow is not None or key in OF_CONSENT:
        return read(allow, key) is True or (
            allow is None and read(settings["goals"], key) is not None
        )
    return read(settings["events"].get("deny"), key) is not True


def render(parts: Parts, event: FullEvent, settings: FullSettings, draft: Draft) -> None:
    """Append the commands of a track call."""
    role = role_of(parts["key"]) if settings["ecommerce"] else None
    set_variables(parts["variables"], event, settings, draft)
    if role:
        ecommerce(role, parts["properties"], draft)
    for goal in parts["goals"]:
        add(draft, with_data(goal_command(goal, parts["worth"]), draft["data"]))
    own = own_request(parts, event, settings, draft)
    last = event_command(of_role(role, parts)) if own is None else own
    view = viewed(role, parts["properties"], draft) if role else None
    if view:
        add(draft, view)
    add(draft, with_data(last, draft["data"]))
    if view:
        add(draft, [*NO_VIEW])


def own_request(
    parts: Parts, event: FullEvent, settings: FullSettings, draft: Draft
) -> Command | None:
    """Return the search or the link that stands for an event, None where it is an event.

    A search needs a ``query`` (or ``keyword``), a link a ``url`` (``href``), absolute or
    a path from the root.
    """
    key = parts["key"]
    properties = parts["properties"]
    query = searched(properties) if is_search(key, settings) else None
    if query:
        count = number(properties.get("count"))
        if count is None:
            count = number(properties.get("results"))
        category = line(properties.get("category"), NAME_LIMIT) or False
        return ["trackSiteSearch", query, category, count]
    kind = "link" if read(settings["linkEvents"], key) else None
    if read(settings["downloadEvents"], key):
        kind = "download"
    url = linked(properties, event["here"]) if kind else None
    if kind and not url:
        given = properties.get("url") or properties.get("href")
        if given:
            note(draft, "url: expected " + USABLE, given)
    return ["trackLink", url, kind] if url else None


def linked(properties: Properties, here: str | None) -> str | None:
    """Return the address of a link, or None; a path is one of the page's host."""
    given = absolute_url(properties.get("url"), here) or absolute_url(properties.get("href"), here)
    return readable_url(given, LINE_LIMIT)


def searched(properties: Properties) -> str | None:
    """Return what was searched for, or None."""
    query = known(line(properties.get("query"), LINE_LIMIT))
    return query or known(line(properties.get("keyword"), LINE_LIMIT))


def is_search(key: str, settings: FullSettings) -> bool:
    """Tell whether an event is a site search; with ecommerce ``Products Searched`` is one."""
    is_products_search = settings["ecommerce"] and key == "productssearched"
    return is_products_search or read(settings["siteSearchEvents"], key) is True


def of_role(role: str | None, parts: Parts) -> Parts:
    """Return what an event of commerce says: with a category, and an order's total as its value."""
    if role is None:
        return parts
    value = parts["value"]
    if role == "amount" and value is None:
        value = money(parts["properties"].get("total"))
    return {**parts, "category": parts["category"] or EVENT_CATEGORY, "value": value}


def with_data(command: Command, data: CustomData | None) -> Command:
    """Return the command with custom data after its last documented argument.

    Each command has an object of its own: Matomo's tracker takes the dimensions out of it.
    """
    return command if data is None else [*command, {**data}]
