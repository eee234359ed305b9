"""A track call of the full mapping: the core's commands, and what Matomo can do besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import NOTES
from paqbridge.mapping.full.draft import leave_out
from paqbridge.mapping.full.ecommerce import EVENT_CATEGORY, ecommerce, role_of
from paqbridge.mapping.full.notes import link_note, search_notes
from paqbridge.mapping.full.variables import set_variables
from paqbridge.mapping.track import map_track
from paqbridge.native import folded, number, read, readable_url
from paqbridge.read.facade import fields
from paqbridge.read.urls import absolute_url
from paqbridge.read.values import LINE_LIMIT, NAME_LIMIT, known, line, text

if TYPE_CHECKING:
    from paqbridge.types import Command, Draft, FullEvent, FullSettings

NO_VIEW = ["setEcommerceView", "", "", "", ""]


def track(event: FullEvent, settings: FullSettings, draft: Draft) -> None:
    """Append variables, ecommerce commands, goals and the event, search or link, in this order."""
    commands, _, notes = map_track(event, settings, None)
    draft["notes"] = [*draft["notes"], *notes] if NOTES else notes
    if len(commands) == 0:
        return
    # The core puts the event itself last: its action is the name of the call.
    key = folded(commands[-1][2])
    if not is_allowed(key, settings["events"]):
        leave_out(draft, "track: not among the events to send", event["event"])
        return
    properties = fields(event["properties"])
    role = role_of(key) if settings["ecommerce"] else None
    if NOTES:
        request_notes(key, properties, settings, draft)
    variables = [one for one in commands if one[0] == "setCustomVariable"]
    set_variables(variables, event, settings, draft)
    data = draft["data"]
    ecommerce(role, properties, draft)
    # Matomo repeats a view in every later request until it is another one.
    has_view = len(draft["commands"]) > 0 and draft["commands"][-1][0] == "setEcommerceView"
    for command in commands:
        if command[0] == "trackGoal":
            draft["commands"].append(with_data(command, data))
        elif command[0] == "trackEvent":
            own = own_request(key, properties, settings) or of_role(role, command, properties)
            draft["commands"].append(with_data(own, data))
    if has_view:
        draft["commands"].append([*NO_VIEW])


def is_allowed(key: str, events: Any) -> bool:
    """Tell whether the setting ``events`` lets an event pass."""
    allow = read(events, "allow")
    if allow is not None:
        return read(allow, key) is True
    return read(read(events, "deny"), key) is not True


def own_request(key: str, properties: Any, settings: FullSettings) -> Any:
    """Return the search or the link that stands for an event, None where it is an event.

    A search needs a ``query`` (or ``keyword``), a link an absolute ``url`` (``href``).
    """
    query = searched(properties)
    if query and is_search(key, settings):
        count = number(properties.get("count"))
        if count is None:
            count = number(properties.get("results"))
        category = line(properties.get("category"), NAME_LIMIT) or False
        return ["trackSiteSearch", query, category, count]
    given = absolute_url(properties.get("url"), None) or absolute_url(properties.get("href"), None)
    url = readable_url(given, LINE_LIMIT)
    if url and read(settings["downloadEvents"], key):
        return ["trackLink", url, "download"]
    if url and read(settings["linkEvents"], key):
        return ["trackLink", url, "link"]
    return None


def searched(properties: Any) -> Any:
    """Return what was searched for, or None."""
    query = known(line(properties.get("query"), LINE_LIMIT))
    return query or known(line(properties.get("keyword"), LINE_LIMIT))


def request_notes(key: str, properties: Any, settings: FullSettings, draft: Draft) -> None:
    """Note why an event is an event only, where it could be more."""
    if is_search(key, settings):
        search_notes(properties, draft)
    if read(settings["downloadEvents"], key) or read(settings["linkEvents"], key):
        link_note(properties, draft)
    if not settings["ecommerce"] and role_of(key) not in (None, "event"):
        leave_out(draft, "ecommerce: the setting is off, so this is an event only", None)


def is_search(key: str, settings: FullSettings) -> bool:
    """Tell whether an event is a site search; with ecommerce ``Products Searched`` is one."""
    is_products_search = settings["ecommerce"] and key == "productssearched"
    return is_products_search or read(settings["siteSearchEvents"], key) is True


def of_role(role: Any, command: Command, properties: Any) -> Command:
    """Return the event, with ecommerce's category, and an order's total as its value."""
    if role is None:
        return command
    category = command[1] if text(properties.get("category"), NAME_LIMIT) else EVENT_CATEGORY
    value = command[4]
    if role == "amount" and value is None:
        value = number(properties.get("total"))
    return ["trackEvent", category, command[2], command[3], value]


def with_data(command: Command, data: Any) -> Command:
    """Return the command with custom data after its last documented argument."""
    return command if data is None else [*command, data]
