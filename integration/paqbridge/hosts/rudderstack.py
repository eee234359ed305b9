"""The custom device-mode integration for RudderStack's JavaScript SDK, version 3.23 or later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.consent import consent_methods
from paqbridge.calls.gate import by_own_name
from paqbridge.calls.logout import noticing_logout
from paqbridge.calls.receiver import Receiver
from paqbridge.calls.switch import Switch
from paqbridge.native import guarded, merged, read

if TYPE_CHECKING:
    from paqbridge.types.destination import Kit
    from paqbridge.types.event import Kind
    from paqbridge.types.hosts import Plugin
    from paqbridge.types.page import Guarded, Untrusted


def create_plugin(kit: Kit) -> Callable[[Untrusted], Plugin]:
    """Return ``create(settings)``, which returns an integration for one SDK."""

    def create(settings: Untrusted) -> Plugin:
        # The host has looked at ``All``; it knows us as "Custom Device Mode" only.
        destination = kit["destination"]()
        receiver = Receiver(kit, destination, by_own_name)
        calls = Switch(receiver.accept)
        accept = noticing_logout(calls.accept)
        latest: Untrusted = None

        def init() -> None:
            calls.on()
            receiver.start(settings, lambda: None, destination["load"])

        def call(kind: Kind) -> Guarded:
            def forward(analytics: Untrusted, logger: Untrusted, event: Untrusted) -> None:
                nonlocal latest
                message = read(event, "message")
                number = read(message, "messageId")
                # Up to 3.31 it comes once more for each consent that the page has told the host of.
                if number is None or number != latest:
                    latest = number
                    accept(kind, message_of(kind, message))

            return guarded(forward)

        return {
            "init": guarded(init),
            # Asked every tenth of a second; the host's own ready waits for it. Calls need no more.
            "isReady": calls.is_on,
            "page": call("page"),
            "identify": call("identify"),
            "track": call("track"),
            "group": call("group"),
            "alias": call("alias"),
            "consent": consent_methods(lambda: destination),
        }

    return create


def message_of(kind: Kind, message: Untrusted) -> Untrusted:
    """Return a call in Segment's common format.

    This host has a login's traits in the context, and another name for the time of a call.
    """
    same = {"timestamp": read(message, "originalTimestamp")}
    if kind == "identify":
        same["traits"] = read(read(message, "context"), "traits")
    return merged(message, same)
