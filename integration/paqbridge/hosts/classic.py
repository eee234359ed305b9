"""The integration that classic analytics.js (and analytics-next as a classic integration) hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.calls.emitter import Emitter
from paqbridge.calls.gate import by_own_name
from paqbridge.calls.receiver import Receiver
from paqbridge.host import user_of
from paqbridge.native import NULL, constructor, each, guarded, read

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.event import Kind
    from paqbridge.types.hosts import Instance
    from paqbridge.types.page import Guarded, Untrusted

DEFAULTS = {"url": NULL, "siteId": "", "customVariableLimit": 5, "goals": []}
"""The options that Segment's own integration declares; hosts and their testers compare them."""


def create_integration(kit: Kit) -> Untrusted:
    """Return the constructor ``Piwik``; called with an ``analytics`` it adds itself to that."""

    def set_up(instance: Instance, given: Untrusted) -> None:
        options: dict[str, Untrusted] = {}

        def take(value: Untrusted, name: str) -> None:
            options[name] = value

        each(DEFAULTS, take)
        each(given, take)
        instance["options"] = options
        put_methods(instance, kit)

    return constructor({"defaults": DEFAULTS, "globals": ["_paq"]}, set_up)


def put_methods(instance: Instance, kit: Kit) -> None:
    """Put what hosts call on an instance. Tests and hosts may replace any of it."""
    integration = Integration(instance, kit)
    emitter = Emitter(instance)
    exposed = {
        "on": emitter.on,
        "once": emitter.once,
        "off": emitter.off,
        "emit": emitter.emit,
        "initialize": integration.initialize,
        "load": integration.load,
        "loaded": kit["transport"].is_live,
        "ready": integration.ready,
        "invoke": integration.invoke,
        "reset": integration.uninstall,
    }

    def expose(method: Untrusted, name: str) -> None:
        instance[name] = guarded(cast("Guarded", method))

    def expose_call(kind: Kind) -> None:
        expose(lambda facade: integration.forward(kind, facade), kind)

    each(exposed, expose)
    for kind in kit["methods"]:
        expose_call(kind)
    kit["add"](instance, integration.destination)


@final
class Integration:
    """What an instance does. It calls its own methods as the instance has them now."""

    def __init__(self, instance: Instance, kit: Kit) -> None:
        self._instance = instance
        self._kit = kit
        self._destination = cast("Destination", None)
        self._receiver = cast("Receiver", None)
        self._is_ready = False
        self._install()

    def _install(self) -> None:
        self._destination = self._kit["destination"]()
        self._receiver = Receiver(self._kit, self._destination, by_own_name)

    def destination(self) -> Destination:
        """Return the destination of now: another one after each ``uninstall``."""
        return self._destination

    def initialize(self) -> None:
        """Start; ready comes in any case. analytics-next asks for another event, too."""
        self._receiver.start(self._instance["options"], self._own("ready"), self._load)
        self._own("emit")("initialize")

    def _load(self) -> None:
        self._own("load")(self._own("ready"))

    def load(self) -> Untrusted:
        """Fetch Matomo's script and return its element."""
        return self._destination["load"]()

    def ready(self) -> None:
        """Tell the host, once."""
        if not self._is_ready:
            self._is_ready = True
            self._own("emit")("ready")

    def uninstall(self) -> None:
        """Leave the page as it was: the host's ``reset`` is no logout."""
        self._destination["stop"]()
        self._install()
        self._is_ready = False
        self._kit["transport"].drop()

    def invoke(self, method: str, facade: Untrusted) -> Untrusted:
        """Call a method by its name, if it is one for calls."""
        return self._own(method)(facade) if method in self._kit["methods"] else None

    def forward(self, kind: Kind, facade: Untrusted) -> None:
        """Take a call, whose facade has Segment's message."""
        # Options may have changed since the last call.
        self._receiver.configure(self._instance["options"])
        message = read(facade, "obj")
        event = self._receiver.event(kind, message)
        if event["userId"] is None:
            user = user_of(read(self._instance, "analytics"))
            event["userId"] = user or None
            if user is False:
                # A logout tells integrations nothing. It is for us if the call is.
                self._receiver.accept("nobody", places_of(message))
        self._receiver.take(event, message)

    def _own(self, name: str) -> Guarded:
        return cast("Guarded", self._instance[name])


def places_of(message: Untrusted) -> Untrusted:
    """Return of a message only where it may say that it is not for us."""
    return {"integrations": read(message, "integrations"), "context": read(message, "context")}
