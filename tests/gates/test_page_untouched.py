"""A bundle leaves the page's built-ins and globals alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

DIST = Path(__file__).parents[2] / "dist"

SNAPSHOT = """() => {
  const places = [Object, Function, Array, String, Number, Boolean, Symbol, Date, RegExp, Promise,
    Map, Set, WeakMap, Error, Uint8Array, ArrayBuffer, JSON, Math, Reflect, URL, Element, Node,
    Document, EventTarget, XMLHttpRequest, Storage, History, Navigator]
  const seen = {globals: Object.getOwnPropertyNames(window).sort()}
  for (const place of places) {
    for (const target of [place, place.prototype]) {
      if (!target) continue
      const name = (place.name || String(place)) + (target === place ? '' : '.prototype')
      const all = Object.getOwnPropertyDescriptors(target)
      seen[name] = Reflect.ownKeys(all).map((key) => {
        const {value, get, set, enumerable} = all[key]
        const code = [value, get, set].map((f) => typeof f === 'function' ? f.toString() : '')
        return [String(key), enumerable, ...code].join('|')
      }).sort()
    }
  }
  return seen
}"""

USE = {
    "analytics.min.js": """() => {
      analytics.load({siteId: 1, serverUrl: 'https://m.example', loadScript: false})
      analytics.page(); analytics.identify('u1'); analytics.track('Paid', {revenue: '$5'})
    }""",
    "classic.min.js": """() => {
      const options = {siteId: 1, serverUrl: 'https://m.example', loadScript: false}
      const piwik = new piwikIntegration(options)
      piwik.initialize()
      piwik.page({obj: {}}); piwik.identify({obj: {userId: 'u1'}})
      piwik.track({obj: {event: 'Paid', properties: {revenue: '$5'}}})
    }""",
}
USE["classic.full.min.js"] = USE["classic.min.js"]
USE["analytics.full.min.js"] = """() => {
  analytics.load({siteId: 1, serverUrl: 'https://m.example', loadScript: false, ecommerce: true})
  analytics.page('Shop', {url: 'https://a.test/a'}); analytics.identify('u1'); analytics.group('g')
  analytics.track('Product Added', {sku: 's', price: '$5'})
}"""
USE["analytics.explain.min.js"] = USE["analytics.full.min.js"]
USE["analytics.solo.min.js"] = USE["analytics.min.js"]
USE["analytics.full.solo.min.js"] = USE["analytics.full.min.js"]
USE["tracker.min.js"] = """() => {
  _paq.push(['setTrackerUrl', 'https://m.example/matomo.php'], ['setSiteId', 1])
  _paq.push(['enableLinkTracking'], ['setDoNotTrack', true], ['trackEvent', 'C', 'A'])
}"""
# The last of the full builds' is Matomo's own list of who wants to hear of its start.
GLOBALS = {
    "analytics.explain.min.js": ["_paq", "analytics", "matomoPluginAsyncInit"],
    "analytics.min.js": ["_paq", "analytics"],
    "analytics.solo.min.js": ["Matomo", "Piwik", "_paq", "analytics"],
    "analytics.full.solo.min.js": [
        "AnalyticsTracker",
        "Matomo",
        "Piwik",
        "_paq",
        "analytics",
        "matomoPluginAsyncInit",
    ],
    "tracker.min.js": ["AnalyticsTracker", "Matomo", "Piwik", "_paq"],
    "analytics.full.min.js": ["_paq", "analytics", "matomoPluginAsyncInit"],
    "classic.min.js": ["_paq", "piwikIntegration"],
    "classic.full.min.js": ["_paq", "matomoPluginAsyncInit", "piwikIntegration"],
}


@pytest.mark.parametrize("name", USE)
def test_only_the_promised_globals(name: str, open_page: Callable[..., Page]) -> None:
    """After its calls a bundle has added the globals it promises, and changed no built-in."""
    page = open_page()
    page.expected.append("ERR_NAME_NOT_RESOLVED")  # type: ignore[attr-defined]
    page.goto("data:text/html,<!doctype html>")
    before: dict[str, Any] = page.evaluate(SNAPSHOT)
    page.add_script_tag(path=DIST / name)
    page.evaluate(USE[name])
    after: dict[str, Any] = page.evaluate(SNAPSHOT)
    added = set(after.pop("globals")) - set(before.pop("globals"))
    assert sorted(added) == GLOBALS[name]
    assert after == before
    # A tracker of ours has taken the queue over, and has run what was in it.
    assert page.evaluate("Array.isArray(_paq) ? _paq.length >= 6 : window.Matomo.initialized")


def test_a_change_would_be_seen(open_page: Callable[..., Page]) -> None:
    """The comparison notices a method that somebody adds or replaces."""
    page = open_page()
    page.goto("data:text/html,<!doctype html>")
    before = page.evaluate(SNAPSHOT)
    page.evaluate("() => { Array.prototype.append = () => {}; String.prototype.trim = () => '' }")
    after = page.evaluate(SNAPSHOT)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"Array.prototype", "String.prototype"}
