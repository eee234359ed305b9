"""The destination alone, for hosts that have no adapter of their own: messages in, commands out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.deliver.destination import create_destination
from paqbridge.host import page_facts
from paqbridge.native import guarded, read
from paqbridge.plugins.consent import consent_of
from paqbridge.plugins.receiver import call_of, start
from paqbridge.read.enablement import enabled
from paqbridge.read.options import own_values

if TYPE_CHECKING:
    from paqbridge.types import Mapping, Row

CALLS = ("page", "identify", "track", "group", "alias")


def create_core(mapping: Mapping, rows: list[Row]) -> Callable[..., Any]:
    """Return ``create(settings, on_ready)``: it starts a destination and returns what it can do.

    ``send`` takes a message in Segment's common format (``type``, ``event``, ``properties``,
    ``userId``, ``traits``, ``context``, ``integrations``), ``reset`` is a logout, ``stop`` the end.
    ``on_ready`` is called once: when the tracker is live or counts as blocked, or where the
    settings allow no start.
    """

    def create(settings: Any, on_ready: Any) -> Any:
        destination = create_destination(mapping, rows)
        landing = page_facts()["url"]

        def send(message: Any) -> None:
            integrations = read(message, "integrations")
            context = read(message, "context")
            own = own_values([integrations, context])
            kind = read(message, "type")
            if kind in CALLS and enabled(own, [integrations], context):
                destination["send"](call_of(kind, message, own, landing))

        start(destination, settings, on_ready)
        return {
            "send": guarded(send),
            "reset": guarded(lambda: destination["send"](call_of("reset", None, [], None))),
            "stop": guarded(destination["stop"]),
            "consent": consent_of(lambda: destination["consent"]),
        }

    return create
