"""The destination plugin for analytics-next, Segment's current library."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from paqbridge.calls.announced import Announced
from paqbridge.calls.consent import consent_methods
from paqbridge.calls.gate import by_own_name
from paqbridge.calls.logout import noticing_logout
from paqbridge.calls.middleware import Middleware
from paqbridge.calls.receiver import Receiver
from paqbridge.calls.switch import Switch
from paqbridge.flags import VERSION
from paqbridge.native import after, guard, guarded, merged, promised, read

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.event import Kind
    from paqbridge.types.hosts import Plugin
    from paqbridge.types.page import Action, Untrusted

NAME = "Piwik"
"""What Segment calls Matomo; hosts, their filters and consent wrappers know the plugin by it."""


def create_plugin(kit: Kit) -> Callable[[Untrusted], Plugin]:
    """Return ``create(settings)``, which returns a plugin for one ``analytics``."""
    return lambda settings: plugin_of(Adapter(kit, settings))


def plugin_of(adapter: Adapter) -> Plugin:
    """Return what the host looks for."""
    return {
        "name": NAME,
        "alternativeNames": ["Matomo"],
        "type": "destination",
        "version": VERSION,
        "isLoaded": adapter.is_loaded,
        "load": adapter.load,
        "ready": adapter.ready,
        "unload": adapter.unload,
        "addMiddleware": guarded(adapter.add_middleware),
        "page": lambda context: adapter.forward("page", context),
        "identify": lambda context: adapter.forward("identify", context),
        "track": lambda context: adapter.forward("track", context),
        "group": lambda context: adapter.forward("group", context),
        "alias": lambda context: adapter.forward("alias", context),
        # Segment's word for a page in apps without any.
        "screen": lambda context: adapter.forward("page", context),
        "consent": consent_methods(adapter.destination),
    }


@final
class Adapter:
    """What one plugin does."""

    def __init__(self, kit: Kit, settings: Untrusted) -> None:
        self._settings = settings
        self._destination = kit["destination"]()
        self._receiver = Receiver(kit, self._destination, by_own_name)
        self._calls = Switch(self._receiver.accept)
        self._accept = noticing_logout(self._calls.accept)
        self._middleware = Middleware(NAME)
        # The host's promise of ready, and the context that it handed over last.
        self._outcome: Untrusted = None
        self._latest: Untrusted = None
        self._announced = Announced("dispatch_start", lambda context: context)

    def load(self, context: Untrusted = None, analytics: Untrusted = None) -> Untrusted:
        """Start or go on; the promise is kept at once, since ``_paq`` holds what is early."""
        self._calls.on()
        first = promised(self._start)
        if self._outcome is None:
            self._outcome = first
            self._announced.hear(analytics)
        return after(None, lambda _: None)

    def _start(self, settle: Action) -> None:
        self._receiver.start(self._settings, settle, self._destination["load"])

    def is_loaded(self) -> bool:
        """Tell whether calls are taken."""
        return self._calls.is_on()

    def ready(self) -> Untrusted:
        """Return a promise, kept when the tracker is live or counts as blocked."""
        return self._outcome

    def unload(self) -> None:
        """Take no more calls."""
        self._calls.off()

    def destination(self) -> Destination:
        """Return the destination."""
        return self._destination

    def add_middleware(
        self, a: Untrusted, b: Untrusted, c: Untrusted, d: Untrusted, e: Untrusted
    ) -> None:
        """Let functions of the page see each call first."""
        self._middleware.add(a, b, c, d, e)

    def forward(self, kind: Kind, context: Untrusted) -> Untrusted:
        """Take a call, once middleware has let it pass; return the host's context."""
        moment = self._announced.moment(context)
        if context == self._latest:
            # Registered twice, the host hands it over twice; a try again is no other call.
            return context
        self._latest = context
        if self._middleware.is_empty():
            self._take(kind, read(context, "event"), moment)
            return context

        def finish(passed: Untrusted) -> Untrusted:
            if passed is not None:
                self._take(kind, passed, moment)
            return context

        return after(self._middleware.run(read(context, "event")), finish)

    def _take(self, kind: Kind, message: Untrusted, moment: Untrusted) -> None:
        guard(lambda: self._accept(kind, merged(message, {"moment": moment})))
