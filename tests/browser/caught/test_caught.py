"""What is thrown, though it is caught: the first error has Chromium read the whole script again.

It does so to say in which line that was. On a phone this takes as long as the rest of the start.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.visit import Visit

FILES = (
    "analytics.min.js",
    "analytics.full.min.js",
    "analytics.solo.min.js",
    "analytics.full.solo.min.js",
)

CALLS = """
  analytics.page()
  analytics.page('Docs', 'Intro')
  analytics.identify('u1', { plan: 'x' })
  analytics.track('Signed Up', { category: 'a', label: 'b', value: 3 })
  analytics.track('Order Completed', { order_id: '9', total: '30 USD', products: [{ sku: '1' }] })
  analytics.reset()
"""

LISTENED = """
  analytics.on('track', () => {})
  analytics.addSourceMiddleware(({ payload, next }) => next(payload))
  analytics.page()
  analytics.track('Signed Up', { value: 3 })
"""


def thrown_by(visit: Visit, file: str, calls: str, settings: str = "") -> list[str]:
    """Return the errors of a page that says its settings in attributes, and makes calls."""
    visit.hold_tracker()
    visit.site.files["page.html"] = f"""<!doctype html><title>Shop</title>
      <script>window.first = 1</script>
      <script src="/dist/{file}" data-site-id="1" data-server-url="{visit.matomo}" {settings}>
      </script><script>{calls}</script>"""
    session = visit.page.context.new_cdp_session(visit.page)
    thrown = []

    def note(paused: dict[str, Any]) -> None:
        thrown.append(paused["data"]["description"].split("\n")[0])
        session.send("Debugger.resume")

    session.on("Debugger.paused", note)
    session.send("Debugger.enable")
    session.send("Debugger.setPauseOnExceptions", {"state": "all"})
    visit.open("page.html")
    visit.run("new Promise((then) => setTimeout(then, 0))")
    return thrown


@pytest.mark.parametrize("file", FILES)
def test_plain_calls(visit: Visit, file: str) -> None:
    """Neither the start nor plain calls throw on a page without a stub or a canonical link."""
    assert thrown_by(visit, file, CALLS) == []


@pytest.mark.parametrize("file", ["analytics.full.min.js", "analytics.full.solo.min.js"])
def test_listened_calls(visit: Visit, file: str) -> None:
    """Nor do calls that are made into messages, for a listener and a middleware."""
    assert thrown_by(visit, file, LISTENED) == []


@pytest.mark.parametrize("file", ["analytics.full.min.js", "analytics.full.solo.min.js"])
def test_held_calls(visit: Visit, file: str) -> None:
    """Nor do calls that wait for consent."""
    assert thrown_by(visit, file, CALLS, 'data-consent="load"') == []
