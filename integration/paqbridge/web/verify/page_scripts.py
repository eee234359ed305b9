"""What is asked of the page itself, as JavaScript. Nothing stays there but a list of violations,
under a symbol that no script looks for."""

from __future__ import annotations

import json

from paqbridge.web.verify.platforms import PLATFORMS

RUNS = r"/^(module|importmap|speculationrules|.*json|.*(java|ecma)script.*)$/i"
"""Types of script elements that are no script which somebody holds."""

ANALYTICS = "/piwik|matomo|_paq|paqbridge|analytics/i"
"""What a script of interest has in its address or its text."""

STORE = "window[Symbol.for('paqbridge.verify')]"

WATCH = """(() => {
  // Consent platforms ask no robot, and take a browser that is driven for one.
  Object.defineProperty(navigator, 'webdriver', { get: () => false })
  const seen = []
  Object.defineProperty(window, Symbol.for('paqbridge.verify'), { value: seen })
  window.addEventListener('securitypolicyviolation', (event) => seen.push({
    directive: event.effectiveDirective,
    blocked: event.blockedURI,
    policy: event.originalPolicy,
    is_enforced: event.disposition === 'enforce',
  }), true)
})()"""
"""Runs before the page's own scripts."""

TRIED = "const tried = (look, or) => { try { return look() ?? or } catch (error) { return or } }"


def has(path: str) -> str:
    """Return JavaScript that tells whether there is something at a global path."""
    return f"tried(() => window.{path} !== undefined, false)"


FOUND = ", ".join(f"[{json.dumps(name)}, {has(path)}]" for name, path, _ in PLATFORMS)

LOOK = f"""() => {{
  {TRIED}
  const plain = (value, depth = 0) => {{
    if (typeof value in {{ string: 1, number: 1, boolean: 1 }}) return value
    if (typeof value !== 'object' || value === null || depth > 9) return null
    if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1))
    const copy = {{ __proto__: null }}
    for (const name of Object.keys(value)) copy[name] = plain(value[name], depth + 1)
    return copy
  }}
  // Matomo deletes what it has done, and leaves holes.
  const command = (one) => tried(() => Array.isArray(one) && plain(one), 0) || []
  const queue = window._paq
  const api = window.analytics
  const one = tried(() => [Matomo.getAsyncTracker()], [])
  const trackers = tried(() => Matomo.getAsyncTrackers(), one)
  const whole = (url) => url && new URL(url, location.href).href
  // Ours answers nothing where it lacks a method, and warns: that is said to nobody here.
  const asked = (question) => {{
    const warn = console.warn
    console.warn = () => {{}}
    const answer = tried(question, '')
    console.warn = warn
    return answer
  }}
  const address = (script) => script.src || script.dataset.src || ''
  const isHeld = (script) => script.type && !{RUNS}.test(script.type)
    && {ANALYTICS}.test(address(script) + script.text)
  // Some libraries give every object a toJSON of their own: these have none.
  return {{
    __proto__: null,
    violations: tried(() => plain({STORE}), []),
    policies: [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')]
      .map((one) => one.content),
    queue: Array.isArray(queue) ? Array.from(queue, command) : null,
    trackers: trackers.map((one) => ({{
      __proto__: null,
      site: String(asked(() => one.getSiteId())),
      endpoint: asked(() => whole(one.getTrackerUrl())),
      waits: tried(() => one.isConsentRequired() && !one.hasConsent(), false),
    }})),
    has_analytics: tried(() => !!api, false),
    is_stub: tried(() => Array.isArray(api) && !api.VERSION, false),
    version: tried(() => String(api.VERSION || ''), ''),
    consent: tried(() => String(api.consent.state()), ''),
    platforms: [{FOUND}].filter((one) => one[1]).map((one) => one[0]),
    held: [...document.scripts].filter(isHeld).map((one) => address(one) || 'inline'),
  }}
}}"""
"""What the page has, as the fields of ``Facts``."""

PLATFORMS_WITH_YES = [(path, yes) for _, path, yes in PLATFORMS if yes]

YES = (
    "() => {"
    + TRIED
    + "\nlet isAsked = false\n"
    + "".join(
        f"if ({has(path)}) {{ isAsked = true; tried(() => {yes}) }}\n"
        for path, yes in PLATFORMS_WITH_YES
    )
    + "const consent = tried(() => window.analytics.consent, null)\n"
    + "if (!isAsked) tried(() => { if (consent.state() === 'pending') consent.give() }) }"
)
"""A visitor's yes: to the platform, which has to tell ours of it; to ours where there is none."""

SEND = """(name) => {
  const api = window.analytics
  const only = { integrations: { All: false, Piwik: true } }
  if (api && typeof api.track === 'function') {
    api.track(name, { category: 'paqbridge' }, only)
  } else if (window._paq) {
    _paq.push(['trackEvent', 'paqbridge', name])
  }
}"""
"""The test event, by the way that the page's own events take; no other destination gets it."""
