"""Our own script: whether it is there, runs, and was started."""

from __future__ import annotations

from collections.abc import Iterator

from paqbridge.web.verify.bundles import is_named_so
from paqbridge.web.verify.facts import Facts
from paqbridge.web.verify.findings import Finding
from paqbridge.web.verify.rules.policy import is_blocked


def bundle_rule(facts: Facts) -> Iterator[Finding]:
    """Say why nothing of ours works, if it does not."""
    failed = [one for one in facts.fetches if is_named_so(one) and one.has_failed]
    for one in failed:
        if not is_blocked(one, facts):
            yield Finding("bundle-failed", f"The script {one.url} {one.outcome}.")
    if not facts.bundles:
        if not failed and not facts.held and not blocked_scripts(facts):
            yield missing(facts)
    elif facts.is_stub or (is_standalone(facts) and not facts.version):
        yield Finding(
            "bundle-broken", f"{facts.bundles[0].url} came, and window.analytics lacks it."
        )
    elif not is_started(facts) and "inline" not in blocked_scripts(facts):
        yield Finding("not-started", "No site and no address of Matomo was named to our script.")


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


def is_standalone(facts: Facts) -> bool:
    """Tell whether our script is to be the page's analytics."""
    return any(
        one.file.startswith("analytics") or "/analytics." in one.url for one in facts.bundles
    )


def is_started(facts: Facts) -> bool:
    """Tell whether a tracker was told of a site, waits for consent, or was refused by settings."""
    return bool(facts.sites or facts.warnings or facts.queue) or facts.consent == "pending"


def blocked_scripts(facts: Facts) -> list[str]:
    """Return the scripts that a policy has blocked."""
    return [
        one.blocked for one in facts.violations if one.is_enforced and "script" in one.directive
    ]
