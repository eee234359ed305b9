"""The plugin for ``analytics``, the npm package of getanalytics.io."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.announced import Announced
from paqbridge.calls.consent import consent_methods
from paqbridge.calls.gate import by_places
from paqbridge.calls.receiver import Receiver
from paqbridge.calls.switch import Switch
from paqbridge.host import read_storage
from paqbridge.native import guarded, parsed, read
from paqbridge.read.options import own_places

if TYPE_CHECKING:
    from paqbridge.types.destination import Kit
    from paqbridge.types.event import Kind
    from paqbridge.types.hosts import Plugin
    from paqbridge.types.page import Guarded, Untrusted


STORED = "__user_id"
"""Under this name the host keeps its user's id in local storage, as JSON."""


def create_plugin(kit: Kit) -> Callable[[Untrusted], Plugin]:
    """Return ``create(settings)``, which returns a plugin for one ``analytics``.

    Nothing it has throws: the host would keep the call from the plugins after it.
    """

    def create(settings: Untrusted) -> Plugin:
        destination = kit["destination"]()
        receiver = Receiver(kit, destination, by_places)
        calls = Switch(receiver.accept)
        announced = Announced("pageStart", lambda given: read(read(given, "payload"), "meta"))
        # Who an earlier page has left: later the host only knows of now.
        earlier = parsed(read_storage(STORED))

        def initialize(given: Untrusted = None) -> None:
            if not calls.is_on():
                calls.on()
                announced.hear(read(given, "instance"))
                receiver.start(settings, lambda: None, destination["load"])
                if earlier:
                    receiver.remember(earlier)
                else:
                    calls.accept("nobody", None)

        def call(kind: Kind) -> Guarded:
            def forward(given: Untrusted) -> None:
                initialize()
                payload = read(given, "payload")
                moment = announced.moment(read(payload, "meta"))
                calls.accept(kind, {**message_of(kind, payload), "moment": moment})

            return guarded(forward)

        def reset() -> None:
            # The host may know by now who logs in next: what it has heard since overtakes.
            nonlocal earlier
            calls.accept("reset", {"userId": earlier})
            earlier = None

        return {
            "name": "matomo",
            "config": settings,
            "initialize": guarded(initialize),
            # The host would hold calls back until then, and let logins overtake them.
            "loaded": lambda: True,
            "page": call("page"),
            "track": call("track"),
            "identify": call("identify"),
            "reset": guarded(reset),
            "consent": consent_methods(lambda: destination),
        }

    return create


def message_of(kind: Kind, payload: Untrusted) -> dict[str, Untrusted]:
    """Return a call in Segment's common format; this host has names among the properties."""
    properties = read(payload, "properties")
    options = read(payload, "options")
    return {
        "event": read(payload, "event"),
        "name": read(properties, "name"),
        "category": read(properties, "category"),
        "properties": properties,
        "traits": read(payload, "traits"),
        "userId": read(payload, "userId") if kind == "identify" else None,
        "context": read(options, "context"),
        "timestamp": read(read(payload, "meta"), "ts"),
        "places": [read(options, "plugins"), *own_places(options)],
    }
