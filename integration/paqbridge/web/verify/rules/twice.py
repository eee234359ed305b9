"""What counts a second time: Matomo's own snippet beside ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from paqbridge.web.verify.facts import Facts, Hit
from paqbridge.web.verify.findings import Finding
from paqbridge.web.verify.rules.tracker import is_tracker_script

TWICE = "loadScript: Matomo's script is there twice"

OWN = re.compile(r"(?:^|/)(?:tracker|analytics(?:\.full)?\.solo)\.(?:min\.|mjs)")
"""The name of a file that has a tracker of ours in it."""

ENDPOINT = re.compile(r"(?:piwik|matomo)\.php$")
"""Two names of one thing: a Matomo has both."""


def twice_rule(facts: Facts) -> Iterator[Finding]:
    """Say what is there twice."""
    views = Counter(
        (one.site, matomo_of(one), one.page) for one in facts.hits if one.kind == "page view"
    )
    for (site, _, page), count in views.items():
        if count > 1:
            yield Finding("counted-twice", f"Site {site} gets {count} page views of {page}.")
    scripts = [one.url for one in facts.fetches if is_tracker_script(one.url, facts)]
    scripts += [one.url for one in facts.bundles if OWN.search(one.file or one.url)]
    if any(one.startswith(TWICE) for one in facts.warnings) or len(scripts) > 1:
        yield Finding("script-twice", f"Matomo's script is asked for as {', '.join(scripts)}.")
    places = {(one.site, matomo_of(one)): one.endpoint for one in facts.hits}
    if len(places) > 1:
        told = ", ".join(f"site {site} at {at}" for (site, _), at in sorted(places.items()))
        yield Finding("second-tracker", f"Hits go to {told}.")


def matomo_of(hit: Hit) -> str:
    """Return which Matomo a hit goes to, whichever of its endpoint's names it takes."""
    return ENDPOINT.sub("", hit.endpoint)
