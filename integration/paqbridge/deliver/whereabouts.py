"""What has become of a call's commands: sent, held and for what, or not sent and why."""

from __future__ import annotations

from typing import Any

OFF = "integrations switched this destination off at the start"
NO_SETTINGS = "the settings are not usable: a warning in the console says why"
LATE = ["held", "until titleDelay is over"]
CROWDED = "10,000 calls wait already"
SHUT = ["held", "until there is consent: before it nothing is fetched"]
UNSAID = ["held", "by Matomo's tracker, until there is consent"]
BLOCKED = ["held", "Matomo's script is blocked"]
EARLY = ["held", "until Matomo's script is there"]
SENT = ["sent", ""]


def place_in_page(is_live: bool, is_blocked: bool, is_allowed: bool) -> Any:
    """Return outcome and reason of commands that wait for nothing of ours."""
    if not is_live:
        return BLOCKED if is_blocked else EARLY
    return SENT if is_allowed else UNSAID


def is_allowed(settings: Any, status: str) -> bool:
    """Tell whether Matomo's tracker sends what it is told, as far as consent goes."""
    needs_consent = settings.get("consent") in ("tracking", "load")
    return not needs_consent or status == "given"
