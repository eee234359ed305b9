"""The gate of a host without a judgement of its own: options, and a tracking plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.calls.gate import is_meant
from paqbridge.native import read
from paqbridge.read.options import add_own_values, own_places, own_values

if TYPE_CHECKING:
    from paqbridge.types.event import Event
    from paqbridge.types.page import Untrusted

ALL_OFF = {"All": False}


@final
class PlanGate:
    """What the host was started with besides settings: integrations, and a tracking plan."""

    def __init__(self) -> None:
        self._general: Untrusted = None

    def open(self, general: Untrusted) -> bool:
        """Take what the host was started with; tell whether that leaves this destination on."""
        self._general = general
        places = own_places(general)
        return is_meant(own_values(places), places, None)

    def judge(self, event: Event, message: Untrusted) -> list[Untrusted] | None:
        """Judge a call by the ``options`` of its message, and by the plan."""
        options = read(message, "options")
        places = own_places(options)
        if self._general is not None:
            places = [*places, *planned_places(self._general, event)]
        own: list[Untrusted] = []
        # Without places there are no options at all, and nothing to look for.
        if len(places) > 0:
            context = read(options, "context")
            add_own_values(places, own)
            if not is_meant(own, places, context):
                return None
            add_own_values([context], own)
        return own


def planned_places(general: Untrusted, event: Event) -> list[Untrusted]:
    """Return where ``initialize``'s options and the tracking plan in them speak of an event.

    A disabled event, or one that only a disabled ``__default`` covers, is off whatever else is
    said.
    """
    integrations = read(general, "integrations")
    rules = read(read(general, "plan"), "track") if event["type"] == "track" else None
    rule = read(rules, event["event"]) if isinstance(event["event"], str) else None
    if read(rule or read(rules, "__default"), "enabled") is False:
        return [ALL_OFF]
    return [read(rule, "integrations"), integrations, read(integrations, "providers")]
