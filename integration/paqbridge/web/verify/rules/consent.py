"""Consent: what waits for a visitor's answer, and which platform asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from paqbridge.web.verify.facts import Facts
from paqbridge.web.verify.findings import Finding


def consent_rule(facts: Facts) -> Iterator[Finding]:
    """Say what is held, and by whom."""
    who = " and ".join(facts.platforms)
    for one in facts.held:
        by = who or "A consent platform"
        yield Finding("script-held", f"{by} keeps a script from running: {one}.")
    is_waiting = facts.consent in ("pending", "refused") or any(one.waits for one in facts.trackers)
    if not is_waiting or facts.hits:
        return
    if facts.is_answered:
        yield Finding("consent-unheard", f"{who or 'The page'} was told yes, and nothing has left.")
    else:
        state = "has refused" if facts.consent == "refused" else "has not answered"
        asks = f"{who} asks" if who else "No consent platform that we know is there"
        yield Finding("consent-pending", f"The visitor {state}. {asks}. Nothing has left.")
