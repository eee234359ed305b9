"""Matomo's script: whether it comes, and is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paqbridge.web.verify.facts import Facts, Fetch
from paqbridge.web.verify.findings import Finding

NAMED = re.compile(r"/(?:piwik|matomo)(?:\.min)?\.js(?:[?#].*)?$")
BLOCKED = "Matomo's script is blocked"
"""What ours warns of where no tracker comes."""

PLAIN = re.compile(r"http://(?!(?:[\w.-]*\.)?localhost[:/]|127\.|\[::1\])")


def tracker_rule(facts: Facts) -> Iterator[Finding]:
    """Say why there is no tracker, if there is none."""
    scripts = scripts_of(facts)
    failed = [one for one in scripts if one.has_failed and one.failure != "csp"]
    plain = sorted({*plain_addresses(facts), *mixed(facts)})
    if plain:
        yield Finding("mixed-content", f"The page has TLS, and {plain[0]} has none.")
    for one in failed:
        if code_of(one) != "mixed-content":
            yield Finding(code_of(one), f"Matomo's script {one.url} {one.outcome}.")
    if not failed and not facts.trackers and facts.queue is not None:
        for one in scripts:
            if one.is_good and one.is_over:
                yield Finding("script-wrong", f"{one.url} {one.outcome}, and there is no tracker.")


def scripts_of(facts: Facts) -> list[Fetch]:
    """Return the requests for Matomo's script.

    One of another name is known by its failure: where ours is told of one, and no other has failed,
    it is among those of the page that have.
    """
    scripts = [one for one in facts.fetches if is_tracker_script(one.url, facts)]
    if not scripts and any(one.startswith(BLOCKED) for one in facts.warnings):
        return [one for one in facts.fetches if one.kind == "script" and one.has_failed]
    return scripts


def is_tracker_script(url: str, facts: Facts) -> bool:
    """Tell whether a URL is that of Matomo's script: by its name, or beside the endpoint."""
    beside = [endpoint.removesuffix(".php") + ".js" for _, endpoint in facts.sites if endpoint]
    return NAMED.search(url) is not None or url.split("?")[0] in beside


def code_of(fetch: Fetch) -> str:
    """Return the code for a request that has failed."""
    if "BLOCKED_BY_CLIENT" in fetch.failure or "BLOCKED_BY_ADMINISTRATOR" in fetch.failure:
        return "content-blocker"
    if "CERT" in fetch.failure or "SSL" in fetch.failure:
        return "certificate"
    return "mixed-content" if fetch.failure == "mixed-content" else "script-failed"


def plain_addresses(facts: Facts) -> list[str]:
    """Return Matomo's addresses without TLS where the page has it; those of loopback may be."""
    is_safe = facts.url.startswith("https:")
    return [one for _, one in facts.sites if is_safe and PLAIN.match(one)]


def mixed(facts: Facts) -> list[str]:
    """Return what the browser itself calls mixed content, of Matomo's."""
    endpoints = [one for _, one in facts.sites]
    return [one for one in facts.mixed if is_tracker_script(one, facts) or one in endpoints]
