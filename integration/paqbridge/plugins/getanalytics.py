"""The plugin for ``analytics``, the npm package of getanalytics.io."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.host import known_user
from paqbridge.native import guarded, read
from paqbridge.plugins.receiver import create_receiver
from paqbridge.read.enablement import enabled
from paqbridge.read.options import own_values
from paqbridge.source.integrations import own_places

if TYPE_CHECKING:
    from paqbridge.types import Mapping, Row


def create_plugin(mapping: Mapping, rows: list[Row]) -> Callable[..., Any]:
    """Return ``create(settings)``, which returns a plugin for one ``analytics``.

    Nothing it has throws: the host would keep the call from the plugins after it.
    """

    def create(settings: Any) -> Any:
        receiver = create_receiver(mapping, rows)

        def initialize() -> None:
            receiver["start"](settings, None)

        def forward(kind: str, given: Any) -> None:
            initialize()
            payload = read(given, "payload")
            options = read(payload, "options")
            places = [read(options, "plugins"), *own_places(options)]
            own = own_values(places)
            if enabled(own, places, read(options, "context")):
                receiver["accept"](kind, message_of(payload, options), own)

        def reset(given: Any) -> None:
            # Here the host still knows who it was, perhaps since an earlier page.
            known = known_user(read(given, "instance"))
            receiver["accept"]("reset", {"userId": known}, [])

        return {
            "name": "matomo",
            "config": settings,
            "initialize": guarded(initialize),
            # The host would hold calls back until then, and let logins overtake them.
            "loaded": lambda: True,
            "page": guarded(lambda given: forward("page", given)),
            "track": guarded(lambda given: forward("track", given)),
            "identify": guarded(lambda given: forward("identify", given)),
            "reset": guarded(reset),
            "consent": receiver["consent"],
        }

    return create


def message_of(payload: Any, options: Any) -> Any:
    """Return a call in Segment's common format; this host has names among the properties."""
    properties = read(payload, "properties")
    return {
        "event": read(payload, "event"),
        "name": read(properties, "name"),
        "category": read(properties, "category"),
        "properties": properties,
        "traits": read(payload, "traits"),
        "userId": read(payload, "userId"),
        "context": read(options, "context"),
    }
