"""Matomo's endpoint: what became of the hits."""

from __future__ import annotations

from collections.abc import Iterator

from paqbridge.web.verify.facts import Facts, Fetch, Hit
from paqbridge.web.verify.findings import Finding
from paqbridge.web.verify.rules.tracker import code_of

BODILESS = (301, 302, 303)
"""Redirects after which browsers ask by GET."""


def endpoint_rule(facts: Facts) -> Iterator[Finding]:
    """Say which hits were not taken, or that there are none."""
    for hit in facts.hits:
        is_event = hit.kind == "event" and hit.name == facts.event != ""
        if hit.fetch.led_by in BODILESS:
            yield Finding("endpoint-redirects", led(hit))
        elif is_lost(hit.fetch, facts) and not is_event:
            yield Finding(code_for(hit), sentence(hit))
    is_waiting = any(one.waits for one in facts.trackers) or facts.consent in ("pending", "refused")
    is_blocked = any(one.is_enforced for one in facts.violations)
    left = [one for one in facts.hits if not one.fetch.is_given_up]
    is_told = any(one.endpoint for one in facts.trackers)
    if is_told and facts.bundles and not left and not is_waiting and not is_blocked:
        yield Finding("no-hits", "Matomo's tracker is there, and no hit has left.")


def is_lost(fetch: Fetch, facts: Facts) -> bool:
    """Tell whether a hit was not taken, or nobody has answered it in time; policies speak first."""
    is_late = fetch.is_waiting and not facts.is_finished
    return is_late or (fetch.has_failed and fetch.failure != "csp")


def led(hit: Hit) -> str:
    """Return where hits are led."""
    to = hit.fetch.led_to.partition("?")[0]
    return f"Hits to {hit.endpoint} are led to {to} ({hit.fetch.led_by})."


def code_for(hit: Hit) -> str:
    """Return the code for a hit that was not taken."""
    if hit.fetch.status in (400, 403):
        return "hit-refused"
    code = code_of(hit.fetch)
    return "endpoint-failed" if code == "script-failed" else code


def sentence(hit: Hit) -> str:
    """Return what became of a hit."""
    return f"A hit for site {hit.site or '(none)'} to {hit.endpoint} {hit.fetch.outcome}."
