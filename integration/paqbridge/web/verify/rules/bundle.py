"""Our own script: whether it is there, runs, and was started."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paqbridge.web.verify.bundles import is_named_so
from paqbridge.web.verify.facts import Bundle, Facts
from paqbridge.web.verify.findings import Finding
from paqbridge.web.verify.rules.policy import is_blocked

STANDALONE = re.compile(r"(?:^|/)analytics(?:\.full|\.explain|\.solo)*\.min\.(?:[^/?#]*\.)?js")
"""The name of a script that makes ``window.analytics``, one with a digest in it as well."""


def bundle_rule(facts: Facts) -> Iterator[Finding]:
    """Say why nothing of ours works, if it does not."""
    failed = [one for one in facts.fetches if is_named_so(one) and one.has_failed]
    for one in failed:
        if not is_blocked(one, facts):
            yield Finding("bundle-failed", f"The script {one.url} {one.outcome}.")
    if not facts.bundles:
        if not failed and not facts.held and not blocked_scripts(facts):
            yield missing(facts)
    elif facts.is_stub or (standalones(facts) and not facts.version):
        yield broken((standalones(facts) or facts.bundles)[0])
    elif len(names := {one.file or one.url: one.url for one in standalones(facts)}) > 1:
        yield Finding("bundle-twice", f"The page has {' and '.join(names.values())}.")
    elif not is_started(facts) and "inline" not in blocked_scripts(facts):
        yield Finding("not-started", "No site and no address of Matomo was named to our script.")


def broken(bundle: Bundle) -> Finding:
    """Return that a script came, and did not do its work."""
    kind = f" as {bundle.refused}, which browsers do not run" if bundle.refused else ""
    return Finding("bundle-broken", f"{bundle.url} came{kind}, and window.analytics lacks it.")


def missing(facts: Facts) -> Finding:
    """Return that none of our scripts is there, and what is in its place."""
    if facts.trackers or facts.queue:
        return Finding(
            "bundle-missing", "The page has Matomo's tracker, and no script of paqbridge."
        )
    if facts.is_stub:
        return Finding("bundle-missing", "The page has a snippet, and no script of paqbridge.")
    other = ", but something else under the name analytics" if facts.has_analytics else ""
    return Finding("bundle-missing", f"No script of paqbridge is in the page{other}.")


def standalones(facts: Facts) -> list[Bundle]:
    """Return the scripts that are to be the page's analytics; a module puts nothing there."""
    return [one for one in facts.bundles if STANDALONE.search(one.file or one.url)]


def is_started(facts: Facts) -> bool:
    """Tell whether a tracker was told of a site, waits for consent, or was refused by settings."""
    return bool(facts.sites or facts.warnings or facts.queue) or facts.consent == "pending"


def blocked_scripts(facts: Facts) -> list[str]:
    """Return the scripts that a policy has blocked."""
    return [
        one.blocked for one in facts.violations if one.is_enforced and "script" in one.directive
    ]
