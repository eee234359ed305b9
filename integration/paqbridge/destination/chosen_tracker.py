"""The setting ``tracker``: Matomo's script, or our own tracker where somebody has brought it.

The module ``paqbridge/tracker`` puts it on the page, where each of the others finds it: so none of
them carries it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.destination.full_opening import full_source
from paqbridge.destination.own_tracker import tell_own
from paqbridge.destination.script import fetching
from paqbridge.host import OWN_TRACKER, global_value

if TYPE_CHECKING:
    from paqbridge.types.command import Transport
    from paqbridge.types.destination import ScriptMaker
    from paqbridge.types.page import Action
    from paqbridge.types.settings import Complain, FullSettings, Settings

MISSING = "tracker: own is not imported: see docs/tracker.md"


def start_own(settings: Settings, transport: Transport, complain: Complain, then: Action) -> bool:
    """Start ours where the settings ask for it and it is there; tell whether it was."""
    if cast("FullSettings", settings)["tracker"] != "own":
        return False
    own = global_value(OWN_TRACKER)
    if own:
        tell_own(settings, transport)
        own(then)
        return True
    complain(MISSING, own)
    return False


chosen_tracker: ScriptMaker = fetching(start_own, full_source)
"""Makes Matomo's script, in whose place ours may start."""
