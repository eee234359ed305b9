"""The policies that sites send, and a page that works under all of them."""

from __future__ import annotations

MATOMO = "https://matomo.test"
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
VIOLATIONS = """window.violations = []
document.addEventListener('securitypolicyviolation', (e) => {
  violations.push(e.violatedDirective + ' ' + e.blockedURI)
  document.documentElement.id = 'violated'
})"""


def own_snippet(more: str = "") -> str:
    """Return a page whose scripts all have the nonce."""
    settings = f"{{{more}siteId: 1, serverUrl: '{MATOMO}', nonce: 'n1'}}"
    calls = f"analytics.load({settings}); analytics.ready(() => {{ document.body.id = 'settled' }})"
    return (
        '<script nonce="n1" src="/dist/analytics.min.js"></script>'
        f'<script nonce="n1">{calls}; analytics.track("seen")</script>'
    )
