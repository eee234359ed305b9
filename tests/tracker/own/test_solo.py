"""``analytics.solo.min.js``: source, mapping and tracker in one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.support.site import Site

SOLO = Path(__file__).parents[3] / "dist" / "analytics.solo.min.js"

USE = """([address, src]) => new Promise((resolve) => {
  const script = document.createElement('script')
  script.onload = () => {
    analytics.load({ siteId: 1, serverUrl: address, goals: { Paid: 3 } })
    analytics.identify('user-7')
    analytics.page()
    analytics.track('Paid', { revenue: '$5' })
    resolve()
  }
  script.src = src
  document.head.append(script)
})"""


def test_one_file_does_all(open_page: Callable[..., Page], lab: Site) -> None:
    """Calls arrive at Matomo, and nothing but this file was fetched."""
    lab.files["solo.js"] = SOLO.read_text("utf-8")
    page = open_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{lab.address}/page")
    page.evaluate(USE, [lab.address, f"{lab.address}/solo.js"])
    hits = lab.store.wait(0, 10, lambda hits: len(hits) >= 3)
    said = [(hit.parameters["uid"], hit.parameters.get("idgoal")) for hit in hits]
    assert said == [("user-7", None), ("user-7", "3"), ("user-7", None)]
    assert [url for url in fetched if url.endswith(".js")] == [f"{lab.address}/solo.js"]
    assert page.evaluate("document.querySelectorAll('script[src]').length") == 1
