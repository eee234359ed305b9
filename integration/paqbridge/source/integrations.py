"""The places where a call of the standalone can speak of destinations, the most specific first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import read

if TYPE_CHECKING:
    from paqbridge.types import Event

ALL_OFF = {"All": False}


def own_places(options: Any) -> list[Any]:
    """Return where a call's options speak of destinations: the spellings that Segment knows."""
    if options is None:
        return []
    integrations = read(options, "integrations")
    providers = read(integrations, "providers")
    return [integrations, providers, options, read(options, "providers")]


def why_off(own: list[Any], started: Any, event: Event) -> str:
    """Return why a call is not meant for this destination."""
    if len(own) > 0:
        return "integrations switch this destination off"
    if len(planned_places(started, event)) == 1:
        return "the tracking plan switches this event off"
    return "integrations switch all destinations off"


def planned_places(started: Any, event: Event) -> list[Any]:
    """Return where ``initialize``'s options and the tracking plan in them speak of an event.

    A disabled event, or one that only a disabled ``__default`` covers, is off whatever else is
    said.
    """
    general = read(started, "integrations")
    rules = read(read(started, "plan"), "track") if event["type"] == "track" else None
    rule = read(rules, event["event"]) if isinstance(event["event"], str) else None
    if read(rule or read(rules, "__default"), "enabled") is False:
        return [ALL_OFF]
    return [read(rule, "integrations"), general, read(general, "providers")]
