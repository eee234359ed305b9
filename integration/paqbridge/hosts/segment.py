"""The destination plugin for analytics-next, Segment's current library."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.consent import consent_methods
from paqbridge.calls.gate import by_own_name
from paqbridge.calls.logout import noticing_logout
from paqbridge.calls.middleware import Middleware
from paqbridge.calls.receiver import Receiver
from paqbridge.calls.switch import Switch
from paqbridge.flags import VERSION
from paqbridge.native import after, guard, guarded, promised, read

if TYPE_CHECKING:
    from paqbridge.types.destination import Kit
    from paqbridge.types.event import Kind
    from paqbridge.types.hosts import Plugin
    from paqbridge.types.page import Untrusted

NAME = "Piwik"
"""What Segment calls Matomo; hosts, their filters and consent wrappers know the plugin by it."""


def create_plugin(kit: Kit) -> Callable[[Untrusted], Plugin]:
    """Return ``create(settings)``, which returns a plugin for one ``analytics``."""

    def create(settings: Untrusted) -> Plugin:
        destination = kit["destination"]()
        receiver = Receiver(kit, destination, by_own_name)
        calls = Switch(receiver.accept)
        accept = noticing_logout(calls.accept)
        middleware = Middleware(NAME)
        outcome: Untrusted = None
        latest: Untrusted = None

        def begin() -> Untrusted:
            """Start or go on; the promise is kept at once, since ``_paq`` holds what is early."""
            nonlocal outcome
            calls.on()
            load = destination["load"]
            first = promised(lambda settle: receiver.start(settings, settle, load))
            if outcome is None:
                outcome = first
            return after(None, lambda _: None)

        def take(kind: Kind, message: Untrusted) -> None:
            guard(lambda: accept(kind, message))

        def forward(kind: Kind, context: Untrusted) -> Untrusted:
            """Take a call, once middleware has let it pass; return the host's context."""
            nonlocal latest
            message = read(context, "event")
            if context == latest:
                # Registered twice, the host hands it over twice; a try again is no other call.
                return context
            latest = context
            if middleware.is_empty():
                take(kind, message)
                return context

            def finish(passed: Untrusted) -> Untrusted:
                if passed is not None:
                    take(kind, passed)
                return context

            return after(middleware.run(message), finish)

        return {
            "name": NAME,
            "alternativeNames": ["Matomo"],
            "type": "destination",
            "version": VERSION,
            "isLoaded": calls.is_on,
            "load": begin,
            "ready": lambda: outcome,
            "unload": calls.off,
            "addMiddleware": guarded(middleware.add),
            "page": lambda context: forward("page", context),
            "identify": lambda context: forward("identify", context),
            "track": lambda context: forward("track", context),
            "group": lambda context: forward("group", context),
            "alias": lambda context: forward("alias", context),
            # Segment's word for a page in apps without any.
            "screen": lambda context: forward("page", context),
            "consent": consent_methods(lambda: destination),
        }

    return create
