"""The setting ``tracker``: Matomo's script, or our own tracker where somebody has brought it.

The module ``paqbridge/tracker`` puts it on the page, where each of the others finds it: so none of
them carries it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.destination.full_opening import full_source
from paqbridge.destination.script import Script
from paqbridge.host import OWN_TRACKER, global_value

if TYPE_CHECKING:
    from paqbridge.types.command import PageTransport, Transport
    from paqbridge.types.destination import OutboxLike, ScriptLike
    from paqbridge.types.page import Action
    from paqbridge.types.settings import Complain, FullSettings, Settings

MISSING = "tracker: own is not imported: see docs/tracker.md"


def chosen_tracker(
    settings: Settings,
    queue: PageTransport,
    transport: Transport,
    outbox: OutboxLike,
    complain: Complain,
) -> ScriptLike:
    """Return Matomo's script, in whose place ours may start."""

    def start(then: Action) -> bool:
        if cast("FullSettings", settings)["tracker"] != "own":
            return False
        own = global_value(OWN_TRACKER)
        if own:
            own(then)
        else:
            complain(MISSING, own)
        return not not own

    return Script(start, full_source, settings, queue, transport, outbox, complain)
