"""The integration that classic analytics.js (and analytics-next as a classic integration) hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.deliver.destination import send, start, stop
from paqbridge.deliver.site import configure, create_site
from paqbridge.deliver.tracker import load
from paqbridge.guard import guarded
from paqbridge.host import attempt, drop_queue, is_live, user_of
from paqbridge.native import NULL, constructor, each, is_dict, merged, read
from paqbridge.plugins.emitter import create_emitter
from paqbridge.plugins.facade_event import facade_event
from paqbridge.read.enablement import is_wanted

if TYPE_CHECKING:
    from paqbridge.types import Mapping, Row

CALLS = ("page", "identify", "track")

DEFAULTS: Any = {"url": NULL, "siteId": "", "customVariableLimit": 5, "goals": []}
"""The options that Segment's own integration declares; hosts and their testers compare them."""


def create_integration(mapping: Mapping, rows: list[Row]) -> Any:
    """Return the constructor ``Piwik``; called with an ``analytics`` it adds itself to that."""

    def set_up(instance: Any, options: Any) -> None:
        def expose(method: Any, name: str) -> None:
            instance[name] = guarded(method)

        given = options if is_dict(options) else None
        options_now = attempt(lambda: merged(DEFAULTS, given))
        instance["options"] = merged(DEFAULTS, None) if options_now is None else options_now
        each(create_emitter(instance), expose)
        each(methods(instance, mapping, rows), expose)

    return constructor("Piwik", {"defaults": DEFAULTS, "globals": ["_paq"]}, set_up)


def methods(instance: Any, mapping: Mapping, rows: list[Row]) -> Any:
    """Return what hosts call on an instance. Tests and hosts may replace any of it."""
    site = create_site()
    is_ready = False

    def initialize() -> None:
        if configure(site, instance["options"], rows):
            start(site, instance["ready"])
            instance["load"](instance["ready"])
        else:
            instance["ready"]()
        instance["emit"]("initialize")

    def ready() -> None:
        nonlocal is_ready
        if not is_ready:
            is_ready = True
            instance["emit"]("ready")

    def reset() -> None:
        nonlocal site, is_ready
        stop(site)
        site = create_site()
        is_ready = False
        drop_queue()

    def forward(kind: str, facade: Any) -> None:
        # Options may have changed since the last call.
        configure(site, instance["options"], rows)
        event = facade_event(kind, facade)
        if is_wanted(event):
            if event["userId"] is None and is_anonymous(instance):
                send(site, facade_event("reset", None), mapping)
            send(site, event, mapping)

    return {
        "initialize": initialize,
        "load": lambda: load(site),
        "loaded": is_live,
        "ready": ready,
        "invoke": lambda method, facade: instance[method](facade) if method in CALLS else None,
        "reset": reset,
        "page": lambda facade: forward("page", facade),
        "identify": lambda facade: forward("identify", facade),
        "track": lambda facade: forward("track", facade),
    }


def is_anonymous(instance: Any) -> bool:
    """Tell whether the host's user has no id any more: a logout tells integrations nothing."""
    user = user_of(read(instance, "analytics"))
    return user is not None and user[0] is None
