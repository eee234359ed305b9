"""Parts of pages that tests write as text; ``{{ matomo }}`` is for the site to fill in."""

from __future__ import annotations

MATOMO = "{{ matomo }}"
SETTINGS = f'{{siteId: 1, serverUrl: "{MATOMO}"}}'
LOAD = f"analytics.load({SETTINGS})"
STANDALONE = '<script src="/dist/analytics.min.js"></script>'
LOADED = f"{STANDALONE}<script>{LOAD}</script>"
STUB_CODE = """
  window.analytics = window.analytics || [];
  ["load", "initialize", "page", "identify", "track", "reset", "ready"].forEach((method) => {
    analytics[method] = (...args) => { analytics.push([method, ...args]) }
  })
"""
STUB = f"<script>{STUB_CODE}</script>"
