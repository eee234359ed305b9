"""The content security policy: what it has blocked of ours and Matomo's, and what it would."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from paqbridge.web.verify.bundles import OURS
from paqbridge.web.verify.csp import allows, directive_of
from paqbridge.web.verify.facts import Facts, Fetch, Violation
from paqbridge.web.verify.findings import Finding
from paqbridge.web.verify.rules.tracker import is_tracker_script


def policy_rule(facts: Facts) -> Iterator[Finding]:
    """Say what is blocked, or would be."""
    for one in facts.violations:
        what = subject(one, facts)
        if what:
            code = "policy-blocks" if one.is_enforced else "policy-reports"
            yield Finding(code, f"{what} is blocked by {said_by(one)}.")
    for site, endpoint in facts.sites:
        for policy in facts.policies:
            is_said = any(one.directive == "img-src" for one in facts.violations)
            if endpoint and not is_said and not allows(policy, "img-src", endpoint, facts.url):
                told = directive_of(policy, "img-src")
                yield Finding(
                    "policy-images", f'Images from {origin(endpoint)} (site {site}): "{told}".'
                )


def subject(one: Violation, facts: Facts) -> str:
    """Return what of ours or Matomo's was blocked, empty for anything else of the page's."""
    name = urlsplit(one.blocked).path.rpartition("/")[2]
    if "script" in one.directive:
        if OURS.fullmatch(name):
            return f"Our script {one.blocked}"
        if is_tracker_script(one.blocked, facts):
            return f"Matomo's script {one.blocked}"
        is_ours = one.blocked == "inline" and not facts.sites
        return "A script in the page, perhaps our snippet," if is_ours else ""
    hosts = {origin(endpoint) for _, endpoint in facts.sites}
    is_hit = one.directive in ("connect-src", "img-src") and origin(one.blocked) in hosts
    return f"A hit to {one.blocked.split('?')[0]}" if is_hit else ""


def said_by(one: Violation) -> str:
    """Return the directive that counts, as the policy has it."""
    told = directive_of(one.policy, one.directive)
    return f'{one.directive}: "{told}"' if told else one.directive


def origin(url: str) -> str:
    """Return scheme and host of a URL."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def is_blocked(fetch: Fetch, facts: Facts) -> bool:
    """Tell whether a policy is why something did not come."""
    return fetch.failure == "csp" or any(
        one.is_enforced and one.blocked == fetch.url for one in facts.violations
    )
