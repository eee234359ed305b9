"""The custom device-mode integration for RudderStack's JavaScript SDK, version 3.23 or later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.native import guarded, merged, read
from paqbridge.plugins.logout import noticing_logout
from paqbridge.plugins.receiver import create_receiver
from paqbridge.read.options import is_refused, own_values

if TYPE_CHECKING:
    from paqbridge.types import Mapping, Row


def create_plugin(mapping: Mapping, rows: list[Row]) -> Callable[..., Any]:
    """Return ``create(settings)``, which returns an integration for one SDK."""

    def create(settings: Any) -> Any:
        receiver = create_receiver(mapping, rows)
        accept = noticing_logout(receiver["accept"])

        def forward(kind: str, event: Any) -> None:
            message = read(event, "message")
            context = read(message, "context")
            # The host has looked at ``All``; it knows us as "Custom Device Mode" only.
            own = own_values([read(message, "integrations"), context])
            if not is_refused(own):
                accept(kind, with_traits(message, context) if kind == "identify" else message, own)

        def call(kind: str) -> Any:
            return guarded(lambda analytics, logger, event: forward(kind, event))

        return {
            "init": guarded(lambda: receiver["start"](settings, None)),
            # Asked every tenth of a second; the host's own ready waits for it. Calls need no more.
            "isReady": receiver["is_on"],
            "page": call("page"),
            "identify": call("identify"),
            "track": call("track"),
            "group": call("group"),
            "alias": call("alias"),
            "consent": receiver["consent"],
        }

    return create


def with_traits(message: Any, context: Any) -> Any:
    """Return a login in Segment's common format; this host has its traits in the context."""
    return merged(message, {"traits": read(context, "traits")})
