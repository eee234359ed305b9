"""A destination that asks for consent: nothing begins, and nothing is stored, before it may."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.commands.grammar import fitting
from paqbridge.destination.consent import Consent
from paqbridge.destination.outbox import Outbox
from paqbridge.destination.shut import ShutTransport
from paqbridge.destination.wiring import wired

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import FullSettings


def create_consenting(kit: Kit) -> Destination:
    """Return a destination with ``consent``."""
    transport = ShutTransport(kit["transport"])
    outbox = Outbox(transport)
    inner = wired({**kit, "transport": transport}, outbox)
    listener: Action | None = None

    def start(on_outcome: Action) -> None:
        nonlocal listener
        listener = on_outcome
        if not consent.start():
            transport.shut(True)
            outbox.bound()
        inner["start"](on_outcome)
        consent.say_early()

    def load() -> Untrusted:
        """Fetch the script; without consent there is nothing to wait for yet."""
        if transport.is_shut() and listener:
            return listener()
        return inner["load"]()

    def open_up() -> None:
        """Begin after all: with consent, everything that has waited goes its way."""
        transport.shut(False)
        outbox.release()
        inner["load"]()

    def say(command: Command) -> None:
        outbox.deliver(fitting([command], kit["grammar"]))

    consent = Consent(cast("FullSettings", inner["settings"]), say, open_up)
    return {**inner, "start": start, "load": load, "consent": consent}
