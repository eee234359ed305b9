"""A tracker in a page of the lab, as a snippet brings it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.site import Site

LOAD = """([queue, src]) => new Promise((resolve) => {
  window._paq = queue
  const script = document.createElement('script')
  script.onload = resolve
  script.src = src
  document.head.append(script)
})"""


def load_tracker(page: Page, lab: Site, file: str, queue: list[list[object]]) -> None:
    """Open a page, and load one of the lab's trackers with a queue to take."""
    page.goto(f"{lab.address}/page")
    set_up: list[list[object]] = [["setTrackerUrl", f"{lab.address}/matomo.php"], ["setSiteId", 1]]
    page.evaluate(LOAD, [[*set_up, *queue], f"{lab.address}/{file}"])
