"""The destination alone, for hosts that have no adapter of their own: messages in, commands out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.native import guarded, read
from paqbridge.plugins.receiver import create_receiver
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
        receiver = create_receiver(mapping, rows)

        def send(message: Any) -> None:
            integrations = read(message, "integrations")
            context = read(message, "context")
            own = own_values([integrations, context])
            kind = read(message, "type")
            if kind == "screen":
                # Segment's word for a page in apps without any.
                kind = "page"
            if kind in CALLS and enabled(own, [integrations], context):
                receiver["accept"](kind, message, own)

        receiver["start"](settings, on_ready)
        return {
            "send": guarded(send),
            "reset": guarded(lambda: receiver["accept"]("reset", None, [])),
            "stop": receiver["stop"],
            "consent": receiver["consent"],
        }

    return create
