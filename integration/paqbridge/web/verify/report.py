"""The report: sentences for people, JSON for programs, one exit status for both."""

from __future__ import annotations

import json
from dataclasses import asdict

from paqbridge.web.verify.facts import Facts
from paqbridge.web.verify.findings import Finding
from paqbridge.web.verify.rules.event import test_hits
from paqbridge.web.verify.rules.tracker import is_tracker_script

GOOD, FAULTS, NOT_LOOKED = 0, 1, 2


def status_of(findings: list[Finding]) -> int:
    """Return the exit status: 1 where there is a fault."""
    return FAULTS if any(one.severity == "fault" for one in findings) else GOOD


def proof_of(facts: Facts) -> list[str]:
    """Return what was seen to work."""
    is_led = facts.url.rstrip("/") != facts.asked.rstrip("/")
    led = f", where {facts.asked} leads," if is_led else ""
    proof = [f"{facts.url}{led} answered with {facts.status}."]
    for one in facts.bundles:
        version = one.version or (facts.version if "/analytics" in one.url else "")
        told = f", version {version}" if version else ""
        proof.append(f"Our script: {one.url}, {one.build} build{told}.")
    for site, endpoint in facts.sites:
        proof.append(f"Configured for site {site} at {endpoint}.")
    for fetch in facts.fetches:
        if is_tracker_script(fetch.url, facts) and fetch.is_good:
            proof.append(f"Matomo's script {fetch.url} {fetch.outcome}.")
    events = test_hits(facts) if facts.event else []
    for hit in facts.hits:
        if hit.fetch.is_good and hit not in events:
            proof.append(f"A hit ({hit.kind}) for site {hit.site} {hit.fetch.outcome}.")
    for hit in events:
        if hit.fetch.is_good:
            proof.append(f'The test event "{facts.event}" {hit.fetch.outcome}.')
    return list(dict.fromkeys(proof))


def as_text(facts: Facts, findings: list[Finding]) -> str:
    """Return the report as lines: findings with their codes and advice, then what works."""
    lines = []
    for one in findings:
        lines += [f"{one.severity} {one.code}: {one.said}", f"  {one.advice}"]
    if status_of(findings) == GOOD:
        lines.append("good")
    return "\n".join([*lines, *(f"  {line}" for line in proof_of(facts))])


def as_json(facts: Facts, findings: list[Finding]) -> str:
    """Return the report as JSON, with the facts that it is made of."""
    whole = {
        "url": facts.url,
        "status": status_of(findings),
        "findings": [
            {"code": one.code, "severity": one.severity, "said": one.said, "advice": one.advice}
            for one in findings
        ],
        "proof": proof_of(facts),
        "facts": asdict(facts),
    }
    return json.dumps(whole, indent=2)
