"""A destination that asks for consent: nothing begins, and nothing is stored, before it may."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.commands.grammar import fitting
from paqbridge.destination.consent import Consent
from paqbridge.destination.shut import ShutTransport
from paqbridge.destination.wiring import create_destination

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Transport
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import FullSettings


def create_consenting(kit: Kit, tracker: Transport, begin: Action) -> Destination:
    """Return a destination with ``consent``, which may be shut off from its tracker.

    ``begin`` is called before the first command of a page is sent.
    """
    transport = ShutTransport(tracker)
    inner = create_destination(kit, transport)
    listener: Action | None = None

    def start(given: Untrusted, on_outcome: Action) -> bool:
        nonlocal listener
        if not kit["suits"](given, inner["settings"], inner["refuse"]):
            return False
        listener = on_outcome
        if not consent.start():
            transport.shut(True)
            inner["bound"]()
        begin()
        is_started = inner["start"](given, on_outcome)
        consent.say_early()
        return is_started

    def load() -> Untrusted:
        """Fetch the script; without consent there is nothing to wait for yet."""
        if transport.is_shut() and listener:
            return listener()
        return inner["load"]()

    def open_up() -> None:
        """Begin after all: with consent, everything that has waited goes its way."""
        transport.shut(False)
        begin()
        inner["release"]()
        inner["load"]()

    def say(command: Command) -> None:
        inner["deliver"](fitting([command], kit["grammar"]))

    consent = Consent(cast("FullSettings", inner["settings"]), say, open_up)
    return {
        "settings": inner["settings"],
        "complain": inner["complain"],
        "refuse": inner["refuse"],
        "configure": inner["configure"],
        "start": start,
        "load": load,
        "deliver": inner["deliver"],
        "release": inner["release"],
        "bound": inner["bound"],
        "stop": inner["stop"],
        "consent": consent,
    }
