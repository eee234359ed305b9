"""The integration that classic analytics.js (and analytics-next as a classic integration) hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.calls.emitter import Emitter
from paqbridge.calls.gate import by_own_name
from paqbridge.calls.receiver import Receiver
from paqbridge.host import is_anonymous
from paqbridge.native import NULL, constructor, each, guarded, read
from paqbridge.transports.paq import drop_queue

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
    destination = cast("Destination", None)
    receiver = cast("Receiver", None)
    emitter = Emitter(instance)
    is_ready = False

    def install() -> None:
        nonlocal destination, receiver
        destination = kit["destination"]()
        receiver = Receiver(kit, destination, by_own_name)

    def initialize() -> None:
        receiver.start(instance["options"], own("ready"), load)

    def own(name: str) -> Guarded:
        """Return a method as it is now."""
        return cast("Guarded", instance[name])

    def load() -> None:
        own("load")(own("ready"))

    def ready() -> None:
        nonlocal is_ready
        if not is_ready:
            is_ready = True
            own("emit")("ready")

    def reset() -> None:
        """Uninstall: this is no logout."""
        nonlocal is_ready
        destination["stop"]()
        install()
        is_ready = False
        drop_queue()

    def call(kind: Kind) -> Guarded:
        def forward(facade: Untrusted) -> None:
            # Options may have changed since the last call.
            receiver.configure(instance["options"])
            message = read(facade, "obj")
            # A logout tells integrations nothing.
            if read(message, "userId") is None and is_anonymous(read(instance, "analytics")):
                receiver.accept("nobody", None)
            receiver.accept(kind, message)

        return forward

    def expose(method: Untrusted, name: str) -> None:
        instance[name] = guarded(cast("Guarded", method))

    def invoke(method: str, facade: Untrusted) -> Untrusted:
        return own(method)(facade) if method in kit["methods"] else None

    exposed = {
        "on": emitter.on,
        "once": emitter.once,
        "off": emitter.off,
        "emit": emitter.emit,
        "initialize": initialize,
        "load": lambda: destination["load"](),
        "loaded": kit["transport"].is_live,
        "ready": ready,
        "invoke": invoke,
        "reset": reset,
    }
    install()
    each(exposed, expose)
    for kind in kit["methods"]:
        expose(call(kind), kind)
    kit["add"](instance, lambda: destination)
