"""Content security policies and Trusted Types: nothing of ours violates them."""

from __future__ import annotations

import pytest

from tests.docs.pages import named
from tests.support.page_parts import LOAD, MATOMO, STANDALONE, STUB_CODE
from tests.support.visit import Visit

COMMON = f"connect-src {MATOMO}; object-src 'none'; base-uri 'none'"
POLICIES = {
    "nonce, strict-dynamic": f"script-src 'nonce-n1' 'strict-dynamic'; {COMMON}",
    "nonce, no inline": f"script-src 'self' 'nonce-n1' {MATOMO}; {COMMON}",
    "no eval": f"default-src 'none'; script-src 'self' 'nonce-n1' {MATOMO}; {COMMON}",
    "trusted types": "require-trusted-types-for 'script'; trusted-types paqbridge",
    "all": (
        f"script-src 'nonce-n1' 'strict-dynamic'; {COMMON}; "
        "require-trusted-types-for 'script'; trusted-types paqbridge"
    ),
}
PLAIN = f"default-src 'none'; script-src 'nonce-n1'; {COMMON}"
"""A policy that lets scripts run by their nonce alone, from wherever they are."""

SAYS = f'data-site-id="1" data-server-url="{MATOMO}"'
WAYS = {
    "load": (STANDALONE, LOAD),
    "async": (f"<script>{STUB_CODE}</script>{STANDALONE}", LOAD),
    "attributes": (STANDALONE.replace("></", f" {SAYS}></"), ""),
    "module": (
        f"<script>{STUB_CODE}</script>{STANDALONE.replace('<script', f'<script type=module {SAYS}')}",
        "",
    ),
}
"""Ways to start that say no nonce: the elements, and what is called then."""

DOCUMENTED = {name: block.code for name, block in named("policy").items()}
"""The policies that docs/hosts.md shows."""

VIOLATIONS = """window.violations = []
document.addEventListener('securitypolicyviolation', (e) => {
  if (e.blockedURI.endsWith('/favicon.ico')) return // Firefox looks for it
  violations.push(e.violatedDirective + ' ' + e.blockedURI)
  document.documentElement.id = 'violated'
})"""


@pytest.fixture(autouse=True)
def note_violations(visit: Visit) -> None:
    """Have each page note what its policy forbids."""
    visit.page.add_init_script(VIOLATIONS)


def own_snippet(more: str = "") -> str:
    """Return a page whose scripts all have the nonce."""
    settings = f"{{{more}siteId: 1, serverUrl: '{MATOMO}', nonce: 'n1'}}"
    calls = f"analytics.load({settings}); analytics.ready(() => {{ document.body.id = 'settled' }})"
    return (
        '<script nonce="n1" src="/dist/analytics.min.js"></script>'
        f'<script nonce="n1">{calls}; analytics.track("seen")</script>'
    )


def appears(visit: Visit, selector: str) -> None:
    """Wait without any JavaScript in the page, where it might be forbidden."""
    visit.page.wait_for_selector(selector, state="attached")


@pytest.mark.parametrize("name", POLICIES)
def test_policy(name: str, visit: Visit) -> None:
    """Under each policy the tracker loads, an event arrives, and no violation is reported."""
    visit.set_policy(POLICIES[name])
    visit.write(own_snippet())
    appears(visit, "#settled")
    (hit,) = visit.arrived(1)
    assert hit["e_a"] == "seen"
    assert visit.run("violations") == []


def test_violations_would_be_seen(visit: Visit) -> None:
    """A script that the policy forbids is reported."""
    visit.expect("console error", "blocked an inline script")
    visit.set_policy(POLICIES["nonce, strict-dynamic"])
    visit.write("<script>1</script>")
    appears(visit, "#violated")


def test_trusted_types_policy_refused(visit: Visit) -> None:
    """Where the page allows no policy of ours: one warning, no error, and ready settles."""
    visit.expect("violates the following", "requires 'TrustedScriptURL'", "paqbridge: ")
    visit.set_policy("require-trusted-types-for 'script'; trusted-types other")
    with visit.page.expect_console_message(lambda message: "paqbridge: " in message.text):
        visit.write(own_snippet("timeout: 50, "))
    appears(visit, "#settled")
    assert len(visit.warnings) == 1
    assert visit.asked == []


LETS_ALL = "trustedTypes.createPolicy('default', {createScriptURL: (url) => url})"


@pytest.mark.parametrize(
    ("policy", "script"),
    [("trusted-types other", ""),
     ("require-trusted-types-for 'script'; trusted-types default", LETS_ALL)],
)  # fmt: skip
def test_trusted_types_without_a_policy_of_ours(policy: str, script: str, visit: Visit) -> None:
    """Where the page enforces none, or has a policy for all that come, the tracker loads."""
    visit.expect("violates the following")
    visit.set_policy(policy)
    visit.write(f"<script>{script}</script>{own_snippet()}")
    (hit,) = visit.arrived(1)
    assert hit["e_a"] == "seen"


@pytest.mark.parametrize("bundle", ["analytics.min.js", "analytics.full.min.js"])
@pytest.mark.parametrize("way", WAYS)
def test_the_nonce_of_our_own_element(way: str, bundle: str, visit: Visit) -> None:
    """Where no nonce is set, Matomo's script gets the one that ours runs by."""
    elements, calls = WAYS[way]
    calls += "; analytics.ready(() => { document.body.id = 'settled' }); analytics.track('seen')"
    page = f"{elements}<script>{calls}</script>".replace("<script", '<script nonce="n1"')
    visit.set_policy(PLAIN)
    visit.write(page.replace("analytics.min.js", bundle))
    appears(visit, "#settled")
    (hit,) = visit.arrived(1)
    assert hit["e_a"] == "seen"
    assert visit.run("violations") == []


@pytest.mark.parametrize("name", DOCUMENTED)
def test_policies_of_the_docs(name: str, visit: Visit) -> None:
    """With the policy that the docs show the tracker loads, and an event arrives."""
    policy = DOCUMENTED[name].replace("https://matomo.example.org", MATOMO).replace("\n", " ")
    visit.set_policy(policy.replace("R4nd0m", "n1"))
    visit.site.files["calls.js"] = "analytics.track('seen')"
    (elements, _) = WAYS["attributes"]
    calls = '<script src="/calls.js"></script>'
    visit.write((elements + calls).replace("<script", '<script nonce="n1"'))
    (hit,) = visit.arrived(1)
    assert hit["e_a"] == "seen"
    assert visit.run("violations") == []
