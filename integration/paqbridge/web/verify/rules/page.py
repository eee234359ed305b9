"""The page itself."""

from __future__ import annotations

from collections.abc import Iterator

from paqbridge.web.verify.facts import Facts
from paqbridge.web.verify.findings import Finding


def page_rule(facts: Facts) -> Iterator[Finding]:
    """Say that the page is an error, or has not come to rest."""
    if facts.status is not None and facts.status >= 400:
        yield Finding("page-status", f"{facts.url} answers with {facts.status}.")
    if not facts.is_finished:
        hits = [one.fetch for one in facts.hits if one.fetch.is_waiting]
        waiting = [one.url for one in facts.fetches if not one.is_over and one not in hits]
        last = f": {waiting[-1]} had no answer yet" if waiting else ""
        if waiting or not hits:  # of hits another rule tells
            yield Finding("page-unfinished", f"The page had not come to rest{last}.")
