"""What counts a second time: Matomo's own snippet beside ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from paqbridge.web.verify.facts import Facts
from paqbridge.web.verify.findings import Finding
from paqbridge.web.verify.rules.tracker import is_tracker_script

TWICE = "loadScript: Matomo's script is there twice"


def twice_rule(facts: Facts) -> Iterator[Finding]:
    """Say what is there twice."""
    views = Counter(
        (one.site, one.endpoint, one.page) for one in facts.hits if one.kind == "page view"
    )
    for (site, _, page), count in views.items():
        if count > 1:
            yield Finding("counted-twice", f"Site {site} gets {count} page views of {page}.")
    scripts = [one.url for one in facts.fetches if is_tracker_script(one.url, facts)]
    if any(one.startswith(TWICE) for one in facts.warnings) or len(scripts) > 1:
        yield Finding("script-twice", f"Matomo's script is asked for as {', '.join(scripts)}.")
    places = sorted({(one.site, one.endpoint) for one in facts.hits})
    if len(places) > 1:
        told = ", ".join(f"site {site} at {endpoint}" for site, endpoint in places)
        yield Finding("second-tracker", f"Hits go to {told}.")
