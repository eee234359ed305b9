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
    if facts.consent in ("pending", "refused") or any(one.waits for one in facts.trackers):
        state = "has refused" if facts.consent == "refused" else "has not answered"
        asked = f" {who} asks." if who else " No consent platform that we know is there."
        sent = " Hits leave without cookies." if facts.hits else " Nothing has left."
        if not facts.hits:
            yield Finding("consent-pending", f"The visitor {state}.{asked}{sent}")
