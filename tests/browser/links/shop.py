"""What the tests of links and forms share: pages, a clock, and what came of a click."""

from __future__ import annotations

from urllib.parse import parse_qsl

from flask import Response, request
from playwright.sync_api import Request

from tests.support.opt_in import FIREFOX, WEBKIT
from tests.support.visit import Visit

NEXT = "<!doctype html><title>Next</title>"
if WEBKIT:  # has no `navigation`, of which script.js hears where a page goes
    NEXT += "<script src='/script.js'></script><script>note('to ' + place())</script>"
LOAD = "{siteId: 1, serverUrl: location.origin, linkTracking: false, htmlEvents: true}"
SCRIPTS = '<script src="script.js"></script><script src="/dist/BUNDLE"></script>'
HELD = 300
"""Milliseconds that a click is held here."""

PATIENCE = 1000
"""Milliseconds after which it goes on in any case."""


class Shop:
    """One page of the shop; ``sent`` is each form that has left, as its address and its fields."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.page = visit.page
        self.sent: list[tuple[str, list[tuple[str, str]]]] = []
        if FIREFOX or WEBKIT:
            visit.site.answers["next"] = self.take
        else:
            visit.page.on("request", self.see)
        visit.site.fallback = NEXT
        visit.page.clock.install()

    def see(self, seen: Request) -> None:
        """Keep what a form sends to its page."""
        if seen.is_navigation_request() and seen.method == "POST":
            path = seen.url.removeprefix(self.visit.address)
            self.sent.append((path, parse_qsl(seen.post_data or "", keep_blank_values=True)))

    def take(self, status: int = 200) -> Response:
        """Answer, and keep what a form sends, which Playwright knows of Chromium alone."""
        if (FIREFOX or WEBKIT) and request.method == "POST":
            path = request.full_path.removesuffix("?")
            self.sent.append((path, list(request.form.items(multi=True))))
        return Response(NEXT, status, mimetype="text/html")

    def open(
        self, body: str, code: str = "", load: str = LOAD, bundle: str = "analytics.full.min.js"
    ) -> None:
        """Open a page with this body, run the code in it, and stop its clock."""
        scripts = SCRIPTS.replace("BUNDLE", bundle)
        start = f"<script>analytics.load({load}); {code}</script>"
        self.visit.write(scripts + body + start)
        self.visit.wait_until_live()
        self.page.clock.pause_at(self.page.evaluate("Date.now()") + 60_000)

    def run(self, code: str) -> None:
        """Run code in the page; its value does not matter."""
        self.visit.run(f"() => {{ {code} }}")

    def click(self, selector: str = "#link", keys: list[str] | None = None) -> None:
        """Click, as a visitor does."""
        self.page.click(selector, modifiers=keys)  # type: ignore[arg-type]

    def later(self, milliseconds: int = HELD) -> None:
        """Let time go by."""
        self.page.clock.run_for(milliseconds)

    def notes(self) -> list[str | int]:
        """Where the page has begun to go, and what it has noted, when all has been done."""
        self.visit.run("turn()")
        found: list[str | int] = self.visit.run("notes()")
        return found

    def arrive(self, path: str) -> None:
        """Wait for another page, and see that the way there was gone once."""
        self.page.wait_for_url(f"{self.visit.address}{path}")
        ways = self.visit.run("JSON.parse(sessionStorage.notes || '[]')")
        assert [way for way in ways if way.startswith("to ")] == [f"to {path}"]

    def stays(self) -> None:
        """See that the page is not left, however long one waits."""
        self.later(2 * PATIENCE)
        assert [way for way in self.notes() if str(way).startswith("to ")] == []

    def events(self, count: int) -> list[str]:
        """The names of the events that have reached Matomo; so many, and no more."""
        return [hit["e_a"] for hit in self.visit.arrived(count)]
