"""What has become of a call's commands: sent, held and for what, or not sent and why."""

from __future__ import annotations

HELD = "held"
NOT_SENT = "not sent"

OFF = "integrations switched this destination off at the start"
OBJECTED = "the visitor's browser objects by Global Privacy Control, and doNotTrack heeds it"
"""Why a call is not sent."""

UNLOADED = [HELD, "until analytics.load is called"]
LATE = [HELD, "until titleDelay is over"]
SHUT = [HELD, "until there is consent: before it nothing is fetched"]
UNSAID = [HELD, "until there is consent"]
BLOCKED = [HELD, "Matomo's script is blocked"]
EARLY = [HELD, "until Matomo's script is there"]
SENT = ["sent", ""]
"""Places: the outcome so far and the reason, in the words of ``analytics.explain()``."""


def place_in_page(is_live: bool, is_blocked: bool) -> list[str]:
    """Return outcome and reason of commands that wait for nothing of ours."""
    if is_live:
        return SENT
    return BLOCKED if is_blocked else EARLY
