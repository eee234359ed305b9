"""A visit to a test's site: the pages that it opens, what was pushed there, and what arrived.

The one harness for tests of the shipped files in pages. Everything comes from a real server on
loopback, but a tracker that is cut off: that is the browser's doing.
"""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.support.arrivals import Arrivals, told
from tests.support.instruments import ALL, KEPT, PACE, instruments, named
from tests.support.opt_in import FIREFOX, WEBKIT
from tests.support.site import Site
from tests.support.tracker_file import PATIENCE

CUT_OFF = {"aborted": "failed", "blocked": "blockedbyclient"}
"""What becomes of the script where no request for it gets through -> Playwright's reason."""

STRANGERS = re.compile(r"https?://(?![\w.]*localhost[:/])")

IS_LIVE = "window._paq && !Array.isArray(_paq)"
TRACKERS = """[...document.scripts].map((one) => one.src)
  .filter((src) => /(piwik|matomo)[.]js$/.test(src))"""


class Visit:
    """One page and its site."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        self.site = site
        self.arrivals = Arrivals(site.store)
        self.instruments: tuple[str, ...] = ALL
        page.set_default_timeout(PATIENCE * 1000)

    @property
    def context(self) -> BrowserContext:
        """The browser context, with its cookies."""
        return self.page.context

    @property
    def address(self) -> str:
        """Where the site is."""
        return self.site.address

    @property
    def matomo(self) -> str:
        """The site's Matomo, on another origin than its pages."""
        return self.site.matomo

    # Before the page is opened.

    def without_instruments(self) -> None:
        """Watch nothing from inside the page: for pages that would notice, or break it."""
        self.instruments = ()

    def keep_in_page(self) -> None:
        """Keep cookies, and what is sent as the texts in `sent`: for tests that send thousands."""
        self.instruments = KEPT

    def expect(self, *fragments: str) -> None:
        """Let console messages or errors with these fragments pass."""
        self.page.expected.extend(fragments)  # type: ignore[attr-defined]

    def set_policy(self, policy: str) -> None:
        """Send a content security policy with each page."""
        self.site.policy = policy

    def set_tracker(self, does: str) -> None:
        """Say what Matomo's script does: see TrackerFile and CUT_OFF; ``live`` by default."""
        self.site.tracker.does = does
        if does in CUT_OFF:
            for name in ("piwik", "matomo"):
                self.page.route(f"**/{name}.js", lambda route: route.abort(CUT_OFF[does]))

    def answer_strangers(self, script: str = "") -> None:
        """Answer what is asked of any other machine with this: a test needs no network."""
        kind = "text/javascript"
        self.page.route(STRANGERS, lambda route: route.fulfill(content_type=kind, body=script))

    def hold_tracker(self) -> None:
        """Let the tracker's script hang until ``release_tracker``."""
        self.set_tracker("late")

    # Pages.

    def open(self, name: str = "page.html") -> None:
        """Open a page of the test's folder; a script that hangs does not hold it up."""
        self.go(f"{self.address}/{name}")

    def go(self, url: str) -> None:
        """Open a page of another server's, which has this site's Matomo."""
        if self.arrivals.begin() == 1:
            self.context.add_init_script("\n".join([PACE, instruments(*self.instruments)]))
        elif FIREFOX or WEBKIT:
            # There a script that is on its way when its page is left has an error.
            self.expect("Matomo's script is blocked")
        self.page.goto(url, wait_until="domcontentloaded")

    def write(self, body: str, path: str = "page.html") -> None:
        """Open a page with this body."""
        self.site.files[path] = f"<!doctype html><title>Shop</title><body>{body}"
        self.open(path)

    def run(self, code: str, argument: Any = None) -> Any:
        """Evaluate JavaScript in the page."""
        return self.page.evaluate(code, argument)

    def wait(self, condition: str, argument: Any = None) -> None:
        """Wait until a JavaScript condition holds."""
        self.page.wait_for_function(condition, arg=argument)

    @property
    def messages(self) -> list[str]:
        """All console messages and uncaught errors so far."""
        found: list[str] = self.page.messages  # type: ignore[attr-defined]
        return found

    @property
    def warnings(self) -> list[str]:
        """Our console messages so far."""
        return [text for text in self.messages if "paqbridge: " in text]

    # The tracker.

    def trackers(self) -> list[str]:
        """Where the page's script elements get Matomo's script from."""
        found: list[str] = self.run(TRACKERS)
        return found

    @property
    def asked(self) -> list[str]:
        """The names under which the script was asked for, in order."""
        return self.site.tracker.asked

    def wait_for_request(self, count: int = 1) -> None:
        """Wait until the script has been asked for so many times."""
        self.site.tracker.wait_for(count)

    def release_tracker(self, script: str | None = None) -> None:
        """Let the tracker arrive, or this script in its place, and take the queue over."""
        self.wait_for_request()
        self.site.tracker.script = script or self.site.tracker.script
        self.site.tracker.release()
        self.wait_until_live()

    def wait_until_live(self) -> None:
        """Wait until a tracker has taken the queue over and its script's load event is past."""
        seen = " && instruments.scripts.length > 0" if self.instruments == ALL else ""
        self.wait(IS_LIVE + seen)

    # What was pushed, and what arrived.

    def pushed(self, live: bool | None = None) -> list[list[Any]]:
        """Every command so far, whoever pushed it; None is undefined, and null is an error.

        ``live`` asks for those pushed to the tracker (True) or to the array before it (False).
        Functions, which a queue of Matomo's takes as well, are left out.
        """
        notes = self.run("instruments.pushed")
        wanted = [note for note in notes if live is None or note["live"] is live]
        return named(note["command"] for note in wanted)

    def queued(self) -> list[list[Any]]:
        """What the array ``_paq`` holds, before the tracker is live."""
        return named(self.run("instruments.queued()"))

    def hits(self) -> list[dict[str, str]]:
        """What each request that reached Matomo says of its call."""
        return [told(parameters) for parameters in self.requests()]

    def requests(self) -> list[dict[str, str]]:
        """What reached Matomo since the page opened or the last look, in the order of sending."""
        self.wait_until_live()
        return self.arrivals.until_mark(lambda push: self.run(push))

    def arrived(self, count: int) -> list[dict[str, str]]:
        """Wait for so many requests, without a look into the page."""
        return self.arrivals.first(count)
