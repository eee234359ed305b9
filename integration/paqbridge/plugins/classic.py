"""The integration that classic analytics.js (and analytics-next as a classic integration) hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.deliver.destination import create_destination
from paqbridge.flags import FULL
from paqbridge.host import attempt, drop_queue, is_anonymous, is_live, page_facts
from paqbridge.native import NULL, constructor, each, guarded, read
from paqbridge.plugins.consent import consent_of
from paqbridge.read.event import event_of
from paqbridge.read.options import is_refused, own_values
from paqbridge.settings.wording import short

if TYPE_CHECKING:
    from paqbridge.types import Mapping, Row

CALLS = ("page", "identify", "track", "group", "alias") if FULL else ("page", "identify", "track")

DEFAULTS: Any = {"url": NULL, "siteId": "", "customVariableLimit": 5, "goals": []}
"""The options that Segment's own integration declares; hosts and their testers compare them."""


def create_integration(mapping: Mapping, rows: list[Row]) -> Any:
    """Return the constructor ``Piwik``; called with an ``analytics`` it adds itself to that."""

    def set_up(instance: Any, given: Any) -> None:
        options: Any = {}

        def take(value: Any, name: str) -> None:
            options[name] = value

        def expose(method: Any, name: str) -> None:
            instance[name] = guarded(method)

        each(DEFAULTS, take)
        each(given, take)
        instance["options"] = options
        each(methods(instance, mapping, rows), expose)

    return constructor({"defaults": DEFAULTS, "globals": ["_paq"]}, set_up)


def methods(instance: Any, mapping: Mapping, rows: list[Row]) -> Any:
    """Return what hosts call on an instance. Tests and hosts may replace any of it."""
    destination = create_destination(mapping, rows, short)
    listeners: list[Any] = []
    is_ready = False
    is_started = False
    landing: Any = page_facts() if FULL else None

    def on(event: str, listener: Any) -> Any:
        listeners.append([event, listener])
        return instance

    def once(event: str, listener: Any) -> Any:
        def first(argument: Any) -> None:
            off(event, first)
            listener(argument)

        return on(event, first)

    def off(event: str, listener: Any) -> Any:
        for one in listeners:
            if one[0] == event and one[1] == listener:
                one[0] = None
        return instance

    def emit(event: str, argument: Any) -> Any:
        for one in listeners:
            if one[0] == event:
                one[1](argument)
        return instance

    def initialize() -> None:
        attempt(begin)
        if not is_started:
            instance["ready"]()

    def begin() -> None:
        nonlocal is_started
        if not is_started and destination["configure"](instance["options"]):
            destination["start"](instance["ready"])
            instance["load"](instance["ready"])
            is_started = True

    def ready() -> None:
        nonlocal is_ready
        if not is_ready:
            is_ready = True
            instance["emit"]("ready")

    def reset() -> None:
        nonlocal destination, is_started, is_ready
        destination["stop"]()
        destination = create_destination(mapping, rows, short)
        is_started = False
        is_ready = False
        drop_queue()

    def forward(kind: str, facade: Any) -> None:
        # Options may have changed since the last call.
        destination["configure"](instance["options"])
        message = read(facade, "obj")
        options = own_values([read(message, "integrations"), read(message, "context")])
        if not is_refused(options):
            event: Any = event_of(kind, message, options)
            if FULL and kind == "page":
                event["page"] = {**page_facts(), "landing": landing["url"]}
            # A logout tells integrations nothing.
            if event["userId"] is None and is_anonymous(read(instance, "analytics")):
                destination["send"](event_of("nobody", None, []))
            destination["send"](event)

    exposed: Any = {
        "on": on,
        "once": once,
        "off": off,
        "emit": emit,
        "initialize": initialize,
        "load": lambda: destination["load"](),
        "loaded": is_live,
        "ready": ready,
        "invoke": lambda method, facade: instance[method](facade) if method in CALLS else None,
        "reset": reset,
        "page": lambda facade: forward("page", facade),
        "identify": lambda facade: forward("identify", facade),
        "track": lambda facade: forward("track", facade),
    }
    if FULL:
        exposed["group"] = lambda facade: forward("group", facade)
        exposed["alias"] = lambda facade: forward("alias", facade)
        instance["consent"] = consent_of(lambda: destination["consent"])
    return exposed
