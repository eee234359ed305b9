"""One visit, made by each bundle, and the commands that it must give on whatever page."""

from __future__ import annotations

from typing import Any

from tests.support.page_parts import LOAD, LOADED, MATOMO, STANDALONE, STUB
from tests.support.visit import Visit

# A reader of the queue that needs no built-in which a page may have replaced.
WRITE_QUEUE = """
  let text = ''
  for (let i = 0; i < _paq.length; i++) {
    for (let j = 0; j < _paq[i].length; j++) {
      text += (j ? ' | ' : '') + typeof _paq[i][j] + ' ' + _paq[i][j]
    }
    text += '\\n'
  }
  document.body.insertAdjacentElement('beforeend', out).textContent = text
"""
STANDALONE_CALLS = """
  analytics.page('Shop', 'Cart'); analytics.identify('u1', {plan: 'pro'})
  analytics.track('Paid', {category: 'Shop', Revenue: '$1,234.50', label: 'x'}, {
    integrations: {Piwik: {customVars: {1: ['plan', 'pro'], 2: ['size', 3]}}}})
  analytics.reset(); analytics.track('Order Completed', {total: 5})
"""
CLASSIC = '<script src="/dist/classic.min.js"></script>'
# A host hands over facades, whose data is in ``obj``; its logout shows in its user only.
CLASSIC_CALLS = f"""
  let id; const host = {{user: () => ({{id: () => id}})}}
  const piwik = new piwikIntegration({{siteId: 1, url: '{MATOMO}'}})
  piwik.analytics = host; piwik.initialize()
  piwik.page({{obj: {{category: 'Shop', name: 'Cart'}}}}); id = 'u1'
  piwik.identify({{obj: {{userId: 'u1', traits: {{plan: 'pro'}}}}}})
  piwik.track({{obj: {{
    event: 'Paid', properties: {{category: 'Shop', Revenue: '$1,234.50', label: 'x'}},
    integrations: {{Piwik: {{customVars: {{1: ['plan', 'pro'], 2: ['size', 3]}}}}}}}}}})
  id = null; piwik.track({{obj: {{event: 'Order Completed', properties: {{total: 5}}}}}})
"""
# What stands before a page's own scripts, and what behind them: a snippet is as high as it can be.
VISITS = {
    "standalone": ("", f"{LOADED}<script>{STANDALONE_CALLS}</script>"),
    "snippet": (f"{STUB}<script>{LOAD}; {STANDALONE_CALLS}</script>", STANDALONE),
    "classic": ("", f"{CLASSIC}<script>{CLASSIC_CALLS}</script>"),
}
LOADED_FULL = LOADED.replace("analytics.min", "analytics.full.min")
FULL = {"full": ("", f"{LOADED_FULL}<script>{STANDALONE_CALLS}</script>")}
"""The same visit, made by the full build, which has more to say of it."""

COMMANDS: list[list[Any]] = [
    ["trackPageView"],
    ["setUserId", "u1"],
    ["setCustomVariable", "1", "plan", "pro", "page"],
    ["setCustomVariable", "2", "size", "3", "page"],
    ["trackEvent", "Shop", "Paid", "x", 1234.5],
    ["resetUserId"],
    ["trackEvent", "All", "Order Completed", None, 5],
]


def expected(visit: Visit) -> list[list[Any]]:
    """Every command of the visit, its start included."""
    return [
        ["setSiteId", 1],
        ["setTrackerUrl", f"{visit.matomo}/piwik.php"],
        ["enableLinkTracking"],
        *COMMANDS,
    ]


def clean_log(visit: Visit) -> list[str]:
    """The same, as ``log_of`` tells it."""
    return [shown(command) for command in expected(visit)]


def page_of(bundle: str, own: str = "") -> str:
    """Return the body of a page that runs ``own`` before the bundle and writes the queue last."""
    out = "<script>const out = document.createElement('pre')</script>"
    return f"{out}{own.join({**VISITS, **FULL}[bundle])}<script>{{ {WRITE_QUEUE} }}</script>"


def log_of(bundle: str, visit: Visit, own: str = "") -> list[str]:
    """Make the visit on a page with scripts of its own; return its commands as text."""
    visit.without_instruments()
    visit.hold_tracker()
    visit.write(page_of(bundle, own))
    # Read from Playwright's own world: in the page's it would trip over the same traps.
    return (visit.page.locator("pre").text_content() or "").splitlines()


def shown(command: list[Any]) -> str:
    """Write a command as the page's own reader does."""
    kinds = {str: "string", int: "number", float: "number"}
    return " | ".join(
        "undefined undefined" if one is None else f"{kinds[type(one)]} {one}" for one in command
    )
