"""A destination that asks for consent, of which the journal knows where it has what."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.destination.consenting import create_consenting
from paqbridge.explain.whereabouts import SHUT, UNSAID, place_in_page
from paqbridge.storage.allowed import saves

if TYPE_CHECKING:
    from paqbridge.explain.journal import Journal
    from paqbridge.types.command import Command, Transport
    from paqbridge.types.destination import Call, Destination, Kit
    from paqbridge.types.page import Action, Untrusted


@final
class WatchedTransport:
    """A transport of which it is known whether anything has been sent yet."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._is_used = False

    def send(self, commands: list[Command]) -> bool:
        """Take the commands of a call, as the transport behind does."""
        self._is_used = True
        return self._transport.send(commands)

    def is_live(self) -> bool:
        """Tell whether all is taken."""
        return self._transport.is_live()

    def is_used(self) -> bool:
        """Tell whether anything has been sent: the opening goes before all else."""
        return self._is_used


def watched_destination(kit: Kit, journal: Journal, begin: Action) -> Destination:
    """Return a destination as ``create_consenting`` does.

    The journal knows where it has what it was given.
    """
    transport = WatchedTransport(kit["transport"])
    inner = create_consenting(kit, transport, begin)
    is_blocked = False

    def find() -> list[str]:
        if not inner["consent"].may_send():
            return UNSAID if transport.is_used() else SHUT
        return place_in_page(transport.is_live(), is_blocked)

    def start(given: Untrusted, on_outcome: Action) -> bool:
        def hear() -> None:
            nonlocal is_blocked
            is_blocked = transport.is_used() and not transport.is_live()
            on_outcome()

        return inner["start"](given, hear)

    def deliver(call: Call) -> bool:
        is_kept = inner["deliver"](call)
        journal.record(is_kept)
        return is_kept

    journal.watch(inner["settings"], find)
    # A withdrawal takes nothing back that is sent: the journal looks before things change.
    saves(lambda is_allowed: journal.look())
    return {**inner, "start": start, "deliver": deliver}
