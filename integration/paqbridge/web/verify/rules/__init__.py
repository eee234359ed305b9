"""From facts to findings: pure rules, each of its topic. A fault that follows from another one is
not said twice."""

from __future__ import annotations

from paqbridge.web.verify.facts import Facts
from paqbridge.web.verify.findings import Finding, Rule
from paqbridge.web.verify.rules.bundle import bundle_rule
from paqbridge.web.verify.rules.consent import consent_rule
from paqbridge.web.verify.rules.endpoint import endpoint_rule
from paqbridge.web.verify.rules.event import event_rule
from paqbridge.web.verify.rules.page import page_rule
from paqbridge.web.verify.rules.policy import policy_rule
from paqbridge.web.verify.rules.settings import settings_rule
from paqbridge.web.verify.rules.tracker import tracker_rule
from paqbridge.web.verify.rules.twice import twice_rule

RULES: tuple[Rule, ...] = (
    page_rule,
    bundle_rule,
    settings_rule,
    policy_rule,
    tracker_rule,
    endpoint_rule,
    consent_rule,
    twice_rule,
    event_rule,
)
"""In the order in which a reader looks for causes."""


def findings_of(facts: Facts) -> list[Finding]:
    """Return what is to be said of a page, causes first; each sentence once.

    Good is a page only where a hit was answered: where nothing tells why none was, that is said.
    """
    found = [finding for rule in RULES for finding in rule(facts)]
    is_good = any(hit.fetch.is_good for hit in facts.hits)
    if not is_good and all(one.severity == "note" for one in found):
        found.append(Finding("no-hits", "No hit was seen to leave and to be answered."))
    return list(dict.fromkeys(found))
