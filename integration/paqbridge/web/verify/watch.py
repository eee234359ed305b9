"""What a page asks for while it is looked at: requests, hits, answers, our warnings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypedDict
from urllib.parse import urljoin

from paqbridge.web.verify.facts import Fetch, Hit
from paqbridge.web.verify.hits import as_heartbeat, hit_of, parameters

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request, Response, Route

OURS = "paqbridge: "
MIXED = re.compile(r"Mixed Content: .*?insecure [\w -]+ '([^']+)'")
ENDLESS = ("eventsource", "websocket")
"""Requests that nobody waits for."""


class Sent(TypedDict):
    """A request, as the browser's protocol tells of it."""

    requestId: str
    request: dict[str, str]


class Led(TypedDict):
    """The head of an answer, as the browser's protocol tells of it."""

    requestId: str
    statusCode: int
    headers: dict[str, str]


class Watch:
    """Watches one page; ``through`` tells whether a hit is to reach Matomo as it is."""

    def __init__(self, page: Page, event: str, lets_through: bool) -> None:
        self.page = page
        # Made now: a page that is stuck takes no new one.
        self.session = page.context.new_cdp_session(page)
        self.session.on("Network.requestWillBeSent", self.sent)
        self.session.on("Network.responseReceivedExtraInfo", self.led)
        self.session.send("Network.enable")
        self.event = event
        self.lets_through = lets_through
        self.forget()
        page.context.route("**/*", self.answer)
        page.on("request", self.asked)
        page.on("response", self.answered)
        page.on("requestfinished", self.finished)
        page.on("requestfailed", self.failed)
        page.on("console", self.heard)
        page.on("load", self.loaded)

    def forget(self) -> None:
        """Know nothing: another page is opened in the place of the one before."""
        self.fetches: dict[Request, Fetch] = {}
        self.hits: list[Hit] = []
        self.scripts: list[tuple[str, Response]] = []
        self.warnings: list[str] = []
        self.mixed: list[str] = []
        self.document: Response | None = None
        self.is_loaded = False
        self.sent_to: dict[str, str] = {}

    def answer(self, route: Route) -> None:
        """Let a request go; a hit that nobody is to count goes as a heartbeat."""
        said = parameters(route.request.url, body_of(route.request))
        is_let = self.lets_through or said is None or said.get("e_a") == self.event != ""
        if is_let or said is None:
            route.fallback()
        elif "idsite" in said:
            body = "" if body_of(route.request) else None
            route.fallback(url=as_heartbeat(route.request.url, said), post_data=body)
        else:
            # What names no site cannot be asked about, and must not be counted either.
            route.fulfill(status=204)

    def asked(self, request: Request) -> None:
        """Note a request; where it is led on elsewhere it is still the same one."""
        before = request.redirected_from
        if before in self.fetches:
            self.fetches[request] = self.fetches[before]
            self.fetches[request].is_over = False
            return
        if is_document(request, self.page):
            self.forget()
        is_framed = not is_of_page(request, self.page)
        fetch = Fetch(request.url, request.resource_type, is_framed=is_framed)
        self.fetches[request] = fetch
        said = parameters(request.url, body_of(request))
        if said is not None and not is_framed:
            self.hits.append(hit_of(fetch, said))

    def answered(self, response: Response) -> None:
        """Note an answer."""
        fetch = self.fetches.get(response.request)
        if fetch is not None:
            fetch.status = response.status
            # Nobody reads a hit's body, so that the browser may never call it complete.
            fetch.is_over = fetch.is_over or any(one.fetch is fetch for one in self.hits)
            if is_document(response.request, self.page):
                self.document = response
            if fetch.kind in ("script", "document") and not fetch.is_framed:
                self.scripts.append((fetch.url, response))

    def sent(self, event: Sent) -> None:
        """Note what the browser itself calls a request."""
        self.sent_to[event["requestId"]] = event["request"]["url"]

    def led(self, event: Led) -> None:
        """Note a redirect of a hit. Of one that a beacon follows nobody tells anything more."""
        url = self.sent_to.get(event["requestId"], "")
        to = {name.lower(): value for name, value in event["headers"].items()}.get("location")
        for fetch in [hit.fetch for hit in self.hits if to and hit.fetch.url == url]:
            fetch.led_to, fetch.led_by = urljoin(url, to), event["statusCode"]
            fetch.status, fetch.is_over = fetch.led_by, True

    def finished(self, request: Request) -> None:
        """Note that an answer is complete."""
        if request in self.fetches:
            self.fetches[request].is_over = True

    def failed(self, request: Request) -> None:
        """Note that none came; one that the page itself has given up is no failure."""
        if request in self.fetches:
            fetch = self.fetches[request]
            fetch.is_over = True
            is_left = fetch.status == 204 or request.failure == "net::ERR_ABORTED"
            fetch.failure = "" if is_left else request.failure or "failed"

    def heard(self, message: ConsoleMessage) -> None:
        """Note our own warnings, and what the browser does not load into a page with TLS."""
        if message.text.startswith(OURS):
            self.warnings.append(message.text.removeprefix(OURS))
        found = MIXED.search(message.text)
        if found:
            self.mixed.append(found[1])

    def loaded(self, _: Page) -> None:
        """Note that the page is loaded."""
        self.is_loaded = True

    def is_busy(self) -> bool:
        """Tell whether an answer is still to come."""
        return any(not one.is_over and one.kind not in ENDLESS for one in self.fetches.values())


def is_document(request: Request, page: Page) -> bool:
    """Tell whether a request is for the page itself."""
    return request.is_navigation_request() and is_of_page(request, page)


def is_of_page(request: Request, page: Page) -> bool:
    """Tell whether a request is the page's own: not that of a page in a frame."""
    from playwright.sync_api import Error

    try:
        return request.frame == page.main_frame
    except Error:
        return True


def body_of(request: Request) -> str | None:
    """Return what a request sends, as text."""
    body = request.post_data_buffer
    return body.decode("utf-8", "replace") if body else None
