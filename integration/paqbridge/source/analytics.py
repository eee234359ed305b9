"""The standalone ``analytics``: Segment's calls, with Matomo as their only destination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.deliver.destination import send
from paqbridge.deliver.destination import start as begin
from paqbridge.deliver.site import configure, create_site
from paqbridge.deliver.tracker import load as load_tracker
from paqbridge.flags import VERSION
from paqbridge.guard import guarded
from paqbridge.host import later
from paqbridge.native import is_dict, keys, promising, read
from paqbridge.read.enablement import enabled
from paqbridge.read.event import blank_event
from paqbridge.read.options import NAMES, find_all
from paqbridge.source.arguments import before_callback, page_arguments
from paqbridge.source.integrations import own_places, planned_places
from paqbridge.source.user import create_user

if TYPE_CHECKING:
    from paqbridge.types import Event, Mapping, Row

CALLBACK_DELAY = 300
"""Milliseconds until a callback runs: Segment's time for requests to leave before a navigation."""

PENDING_LIMIT = 10000
"""Calls that are kept before ``load``; the newest are dropped."""


def create_analytics(mapping: Mapping, rows: list[Row]) -> Any:
    """Return the methods of ``analytics``; each takes what Segment's takes and never throws."""
    site = create_site()
    user: Any = create_user()
    pending: Any = []
    waiting: Any = []
    general: Any = None
    plan: Any = None

    def deliver(event: Event) -> None:
        if general is not None or plan is not None:
            governed = plan if event["type"] == "track" else None
            more = planned_places(governed, event["event"], general)
            event["integrations"] = [*event["integrations"], *more]
        if enabled(event):
            send(site, event, mapping)

    def accept(event: Event, options: Any, callback: Any) -> None:
        if is_dict(options):
            event["context"] = read(options, "context")
            event["integrations"] = own_places(options)
        if pending is None:
            deliver(event)
        elif len(pending) < PENDING_LIMIT:
            pending.append(event)
        if callable(callback):
            later(callback, CALLBACK_DELAY)

    def page(category: Any, name: Any, properties: Any, options: Any, callback: Any) -> None:
        first, second, third, fourth, after = before_callback(
            [category, name, properties, options, callback]
        )
        event = blank_event("page", user["id"]())
        found = page_arguments(first, second, third, fourth)
        event["category"] = found[0]
        event["name"] = found[1]
        event["properties"] = found[2]
        accept(event, found[3], after)

    def identify(user_id: Any, traits: Any, options: Any, callback: Any) -> None:
        identity, given, chosen, after = before_callback([user_id, traits, options, callback])
        if is_dict(identity):
            identity, given, chosen = None, identity, given
        event = blank_event("identify", user["id"](identity))
        event["traits"] = given
        accept(event, chosen, after)

    def track(name: Any, properties: Any, options: Any, callback: Any) -> None:
        event = blank_event("track", None)
        event["event"] = name
        if callable(properties):
            accept(event, None, properties)
        elif callable(options):
            event["properties"] = properties
            accept(event, None, options)
        else:
            event["properties"] = properties
            accept(event, options, callback)

    def reset() -> None:
        user["reset"]()
        accept(blank_event("reset", None), None, None)

    def load(first: Any, second: Any) -> None:
        nonlocal general, plan, pending
        if pending is not None:
            general = read(second, "integrations")
            plan = read(second, "plan")
            start(settings_in(first, second))
            calls = pending
            pending = None
            for event in calls:
                deliver(event)

    def start(settings: Any) -> None:
        wanted = blank_event("page", None)
        wanted["integrations"] = [general]
        if enabled(wanted):
            configure(site, settings, rows)
        if site["settings"] is None:
            ready_now()
        else:
            begin(site, ready_now)
            load_tracker(site)

    def ready_now() -> None:
        nonlocal waiting
        callbacks = waiting
        waiting = None
        if callbacks is not None:
            for callback in callbacks:
                later(callback, 0)

    def ready(callback: Any) -> None:
        if callable(callback):
            if waiting is None:
                later(callback, 0)
            else:
                waiting.append(callback)

    calls: Any = {
        "load": load,
        "initialize": load,
        "page": page,
        "identify": identify,
        "track": track,
        "reset": reset,
        "ready": ready,
    }
    analytics: Any = {"VERSION": VERSION, "user": lambda: user}
    for name in keys(calls):
        analytics[name] = promising(guarded(calls[name]))
    return analytics


def settings_in(first: Any, second: Any) -> Any:
    """Find the destination's settings in the arguments of ``load`` or ``initialize``.

    ``load(settings)``, ``load(key, {integrations: {Piwik: settings}})`` and
    ``initialize({Piwik: settings}, options)`` say the same.
    """
    named = find_all([first if is_dict(first) else read(second, "integrations")], NAMES)
    return named[0] if len(named) > 0 else first
