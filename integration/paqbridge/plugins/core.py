"""The destination alone, for hosts that have no adapter of their own: messages in, commands out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.deliver.destination import create_destination
from paqbridge.host import attempt, page_facts
from paqbridge.native import guarded, read
from paqbridge.plugins.consent import consent_of
from paqbridge.read.enablement import enabled
from paqbridge.read.event import event_of
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
        landing = page_facts()
        is_ready = False

        def ready() -> None:
            nonlocal is_ready
            if not is_ready:
                is_ready = True
                attempt(on_ready)

        def begin() -> bool:
            if not destination["configure"](settings):
                return False
            destination["start"](ready)
            destination["load"]()
            return True

        def send(message: Any) -> None:
            integrations = read(message, "integrations")
            context = read(message, "context")
            own = own_values([integrations, context])
            kind = read(message, "type")
            if kind in CALLS and enabled(own, [integrations], context):
                event: Any = event_of(kind, message, own)
                if kind == "page":
                    event["page"] = {**page_facts(), "landing": landing["url"]}
                destination["send"](event)

        if not attempt(begin):
            ready()
        return {
            "send": guarded(send),
            "reset": guarded(lambda: destination["send"](event_of("reset", None, []))),
            "stop": guarded(destination["stop"]),
            "consent": consent_of(lambda: destination["consent"]),
        }

    return create
