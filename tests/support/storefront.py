"""A shop for browser tests: pages of one origin, and a Matomo that answers as a test wants."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page, Route

from demo.matomo_double import STAND_IN

TOP = Path(__file__).parents[2]
ORIGIN = "https://www.shop.test"
MATOMO = "https://matomo.test"

# Beacons have no body that Playwright shows; a page that counts them itself loses none.
COUNT_BEACONS = """window.standInTracker = {wait: 0, gap: 0}; window.sent = []
navigator.sendBeacon = (url, body) => !!sent.push(body ? url + '?' + body : url)"""


class Shop:
    """Serves ``html`` at every address of the origin. ``tracker`` says what Matomo's file does.

    ``live``, ``abort``, ``missing``, ``html``, ``hang``, or ``late`` until ``release`` is called.
    """

    def __init__(self, page: Page, tracker: str = "live") -> None:
        self.page = page
        self.html = ""
        self.tracker = tracker
        self.policy = ""
        self.asked: list[str] = []
        self.waiting: list[Route] = []
        page.add_init_script(COUNT_BEACONS)
        page.route("**/*", self.answer)

    def open(self, html: str = "", path: str = "/") -> Page:
        """Open a page with this body; a script that hangs does not hold it up."""
        self.html = html
        self.page.goto(ORIGIN + path, wait_until="domcontentloaded")
        return self.page

    def answer(self, route: Route) -> None:
        """Answer one request of the page."""
        url = urlsplit(route.request.url)
        if url.path.endswith(("/piwik.js", "/matomo.js")):
            self.asked.append(route.request.url)
            self.answer_tracker(route)
        elif url.path.startswith("/dist/"):
            route.fulfill(path=TOP / url.path[1:])
        elif url.netloc == urlsplit(ORIGIN).netloc:
            body = f"<!doctype html><title>Shop</title><body>{self.html}"
            headers = {"content-type": "text/html"}
            if self.policy:
                headers["content-security-policy"] = self.policy
            route.fulfill(headers=headers, body=body)
        else:
            route.fulfill(status=204)

    def answer_tracker(self, route: Route) -> None:
        """Answer for Matomo's file."""
        if self.tracker == "live":
            route.fulfill(path=STAND_IN)
        elif self.tracker == "abort":
            route.abort()
        elif self.tracker == "missing":
            route.fulfill(status=404, content_type="text/html", body="<h1>Not found</h1>")
        elif self.tracker == "html":
            route.fulfill(content_type="text/javascript", body="/* a captive portal */")
        else:
            self.waiting.append(route)

    def release(self) -> None:
        """Let the late tracker arrive."""
        self.page.wait_for_function("document.scripts.length > 0")
        while not self.waiting:
            # Playwright tells of a request that is under way when it is next asked something.
            self.page.evaluate("0")
        while self.waiting:
            self.waiting.pop(0).fulfill(path=STAND_IN)
        self.page.wait_for_function("window._paq && !Array.isArray(_paq)")

    def trackers(self) -> list[str]:
        """Return where the script elements of the page get Matomo's file from."""
        found: list[str] = self.page.evaluate(
            "(from) => [...document.scripts].map((s) => s.src).filter((s) => s.startsWith(from))",
            MATOMO,
        )
        return found

    def commands(self) -> list[Any]:
        """Return what waits in Matomo's queue; None stands for undefined."""
        found: list[Any] = self.page.evaluate("JSON.parse(JSON.stringify(window._paq || []))")
        return found

    def hits(self, count: int) -> list[dict[str, str]]:
        """Wait for so many requests to Matomo and return their parameters, in order."""
        self.page.wait_for_function("count => sent.length >= count", arg=count)
        urls: list[str] = self.page.evaluate("sent")
        return [dict(parse_qsl(url.partition("?")[2])) for url in urls]


STANDALONE = '<script src="/dist/analytics.min.js"></script>'
SETTINGS = f'{{siteId: 1, serverUrl: "{MATOMO}"}}'
LOADED = STANDALONE + f"<script>analytics.load({SETTINGS})</script>"
STUB = """<script>
  window.analytics = window.analytics || [];
  ["load", "initialize", "page", "identify", "track", "reset", "ready"].forEach((method) => {
    analytics[method] = (...args) => { analytics.push([method, ...args]) }
  })
</script>"""
