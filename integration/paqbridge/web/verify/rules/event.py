"""The test event."""

from __future__ import annotations

from collections.abc import Iterator

from paqbridge.web.verify.facts import Facts, Hit
from paqbridge.web.verify.findings import Finding


def event_rule(facts: Facts) -> Iterator[Finding]:
    """Say that the event which was asked for has not arrived."""
    if not facts.event:
        return
    hits = test_hits(facts)
    if not hits:
        yield Finding("event-not-sent", f'The event "{facts.event}" did not leave the page.')
    for hit in hits:
        if not hit.fetch.is_good:
            yield Finding("event-refused", f'The event "{facts.event}" {hit.fetch.outcome}.')


def test_hits(facts: Facts) -> list[Hit]:
    """Return the hits of the test event."""
    return [one for one in facts.hits if one.kind == "event" and one.name == facts.event]
