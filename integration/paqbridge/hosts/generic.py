"""The destination alone, for hosts that have no adapter of their own: messages in, commands out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.consent import consent_methods
from paqbridge.calls.gate import by_integrations
from paqbridge.calls.receiver import Receiver
from paqbridge.calls.switch import Switch
from paqbridge.host import run
from paqbridge.native import guarded, read

if TYPE_CHECKING:
    from paqbridge.types.destination import Kit
    from paqbridge.types.hosts import GenericDestination
    from paqbridge.types.page import Guarded, Untrusted


def create_generic(kit: Kit) -> Callable[[Untrusted, Guarded], GenericDestination]:
    """Return ``create(settings, on_ready)``: it starts a destination and returns what it can do.

    ``send`` takes a message in Segment's common format (``type``, ``event``, ``properties``,
    ``userId``, ``traits``, ``context``, ``integrations``), ``reset`` is a logout, ``stop`` the end.
    ``on_ready`` is called once: when the tracker is live or counts as blocked, or where the
    settings allow no start.
    """

    def create(settings: Untrusted, on_ready: Guarded) -> GenericDestination:
        destination = kit["destination"]()
        receiver = Receiver(kit, destination, by_integrations)
        calls = Switch(receiver.accept)
        is_ready = False

        def ready() -> None:
            nonlocal is_ready
            if not is_ready:
                is_ready = True
                if callable(on_ready):
                    run(on_ready)

        def send(message: Untrusted) -> None:
            kind = kind_of(message)
            for known in kit["methods"]:
                if kind == known:
                    calls.accept(known, message)

        calls.on()
        receiver.start(settings, ready, destination["load"])
        return {
            "send": guarded(send),
            "reset": guarded(lambda: calls.accept("reset", None)),
            "stop": calls.off,
            "consent": consent_methods(lambda: destination),
        }

    return create


def kind_of(message: Untrusted) -> Untrusted:
    """Return the kind of call that a message is; a screen is a page in apps without any."""
    kind = read(message, "type")
    return "page" if kind == "screen" else kind
