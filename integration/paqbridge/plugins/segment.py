"""The destination plugin for analytics-next, Segment's current library."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.flags import VERSION
from paqbridge.host import attempt
from paqbridge.native import after, guarded, promised, read
from paqbridge.plugins.logout import noticing_logout
from paqbridge.plugins.middleware import create_middleware
from paqbridge.plugins.receiver import create_receiver
from paqbridge.read.options import is_refused, own_values

if TYPE_CHECKING:
    from paqbridge.types import Mapping, Row

NAME = "Piwik"
"""What Segment calls Matomo; hosts, their filters and consent wrappers know the plugin by it."""


def create_plugin(mapping: Mapping, rows: list[Row]) -> Callable[..., Any]:
    """Return ``create(settings)``, which returns a plugin for one ``analytics``."""

    def create(settings: Any) -> Any:
        receiver = create_receiver(mapping, rows)
        accept = noticing_logout(receiver["accept"])
        middleware = create_middleware(NAME)
        outcome: Any = None
        latest: Any = None

        def load() -> Any:
            """Start or go on; the promise is kept at once, since ``_paq`` holds what is early."""
            nonlocal outcome
            first = promised(lambda settle: receiver["start"](settings, settle))
            if outcome is None:
                outcome = first
            return after(None, lambda _: None)

        def take(kind: str, message: Any) -> None:
            # The host knows neither other cases of the names nor what a context says.
            own = own_values([read(message, "integrations"), read(message, "context")])
            if not is_refused(own):
                attempt(lambda: accept(kind, message, own))

        def forward(kind: str, context: Any) -> Any:
            """Take a call, once middleware has let it pass; return the host's context."""
            nonlocal latest
            message = read(context, "event")
            if context == latest:
                # Registered twice, the host hands it over twice; a try again is no other call.
                return context
            latest = context
            if middleware["is_empty"]():
                take(kind, message)
                return context

            def finish(passed: Any) -> Any:
                if passed is not None:
                    take(kind, passed)
                return context

            return after(middleware["run"](message), finish)

        return {
            "name": NAME,
            "alternativeNames": ["Matomo"],
            "type": "destination",
            "version": VERSION,
            "isLoaded": receiver["is_on"],
            "load": load,
            "ready": lambda: outcome,
            "unload": receiver["stop"],
            "addMiddleware": guarded(middleware["add"]),
            "page": lambda context: forward("page", context),
            "identify": lambda context: forward("identify", context),
            "track": lambda context: forward("track", context),
            "group": lambda context: forward("group", context),
            "alias": lambda context: forward("alias", context),
            # Segment's word for a page in apps without any.
            "screen": lambda context: forward("page", context),
            "consent": receiver["consent"],
        }

    return create
