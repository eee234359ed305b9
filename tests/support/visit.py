"""A visit to a page on loopback: what was pushed to Matomo's queue and what reached Matomo."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route

from demo.matomo_double.hits import Hit, HitStore

HERE = Path(__file__).parent
TRACKER = re.compile(r"/(piwik|matomo)\.js")
PATIENCE = 10.0
MARK = "end of what the test looks at"
SENT_ALWAYS = (
    "rec r h m s url _id _idn send_image _refts pv_id uadata pdf qt realp wma fla java ag cookie "
    "res beacon urlref ca pf_net pf_srv pf_tfr pf_dm1 pf_dm2 pf_onl"
).split()
"""Parameters that say nothing of the call that a request is about."""


@dataclass
class Visit:
    """One page, its server's address and the hits that arrived there."""

    page: Page
    address: str
    store: HitStore
    held: list[Route] = field(default_factory=list)
    seen: int = 0
    sent: int = 0

    def prepare(self) -> Visit:
        """Put the instruments into every page that is opened; make the stand-in send at once."""
        self.context.add_init_script(instruments("canonical.js", "pushes.js", "beacons.js"))
        self.context.add_init_script("window.standInTracker = {wait: 0, gap: 0}")
        return self

    @property
    def context(self) -> BrowserContext:
        """The browser context, with its cookies."""
        return self.page.context

    def open(self, name: str = "page.html") -> None:
        """Open a page of the test's folder; a script that hangs does not hold it up."""
        self.seen, self.sent = self.store.last(), 0
        self.page.goto(f"{self.address}/{name}", wait_until="domcontentloaded")

    def leave(self) -> None:
        """Close the page; a tracker that is still on its way then fails, which is no news."""
        self.run("console.warn = () => {}")
        self.page.close()

    def run(self, code: str, argument: Any = None) -> Any:
        """Evaluate JavaScript in the page."""
        return self.page.evaluate(code, argument)

    def wait(self, condition: str, argument: Any = None) -> None:
        """Wait until a JavaScript condition holds."""
        self.page.wait_for_function(condition, arg=argument, timeout=PATIENCE * 1000)

    def expect(self, fragment: str) -> None:
        """Let a console message or an error with this fragment pass."""
        self.page.expected.append(fragment)  # type: ignore[attr-defined]

    @property
    def warnings(self) -> list[str]:
        """Our console messages so far."""
        messages: list[str] = self.page.messages  # type: ignore[attr-defined]
        return [text for text in messages if "paqbridge" in text]

    def hold_tracker(self) -> None:
        """Let the tracker's script hang until ``release_tracker``."""
        self.page.route(TRACKER, lambda route: self.held.append(route))

    def release_tracker(self) -> None:
        """Let the tracker arrive; returns once it has taken the queue over."""
        self.wait_for_request()
        for route in self.held:
            route.continue_()
        self.wait_until_live()

    def wait_for_request(self, count: int = 1) -> None:
        """Wait until so many tracker scripts have been asked for."""
        found = "[...document.scripts].filter((s) => /(piwik|matomo)\\.js/.test(s.src))"
        self.wait(f"(count) => {found}.length >= count", count)
        while len(self.held) < count:
            self.run("new Promise(requestAnimationFrame)")  # lets Playwright hand the route over

    def wait_until_live(self) -> None:
        """Wait until a tracker has taken the queue over and its script's load event is past."""
        self.wait("window._paq && !Array.isArray(_paq) && instruments.scripts.length > 0")

    def pushed(self, live: bool | None = None) -> list[list[Any]]:
        """Every command so far, whoever pushed it; None is undefined, and null is an error.

        ``live`` asks for those pushed to the tracker (True) or to the array before it (False).
        """
        notes = self.run("instruments.pushed")
        wanted = [note for note in notes if live is None or note["live"] is live]
        return [decoded(note["command"]) for note in wanted]

    def queued(self) -> list[list[Any]]:
        """What the array ``_paq`` holds, before the tracker is live."""
        return [decoded(text) for text in self.run("instruments.queued()")]

    def hits(self) -> list[dict[str, str]]:
        """What each request that reached Matomo says of its call."""
        return [told(parameters) for parameters in self.requests()]

    def requests(self) -> list[dict[str, str]]:
        """What reached Matomo since the page opened or the last look, in the order of sending."""
        self.wait_until_live()
        self.run("(mark) => { _paq.push(['trackEvent', 'test', mark]) }", MARK)
        rows = self.store.wait(self.seen, PATIENCE, self.has_all)
        assert self.has_all(rows), [told(row.parameters) for row in rows]
        *rows, mark = sorted(rows, key=beacon_of)
        assert is_mark(mark)
        self.seen = self.store.last()
        self.sent = beacon_of(mark)
        return [row.parameters for row in rows]

    def has_all(self, rows: list[Hit]) -> bool:
        """Tell whether the mark has arrived, and every beacon that was sent before it."""
        marks = [beacon_of(row) for row in rows if is_mark(row)]
        expected = set(range(self.sent + 1, max(marks, default=0) + 1))
        return len(marks) > 0 and expected <= {beacon_of(row) for row in rows}


def instruments(*names: str) -> str:
    """The script of these files of this folder; none of its names is the page's."""
    parts = [(HERE / name).read_text("utf-8") for name in names]
    return "\n".join(["(() => {", *parts, "})()"])


def decoded(text: str) -> list[Any]:
    """Read a command in the canonical encoding; no command holds null."""
    command = json.loads(text)
    assert None not in command, f"null in {text}"
    return [None if argument == {"$": "undefined"} else argument for argument in command]


def is_mark(hit: Hit) -> bool:
    """Tell whether this is the event that ends a look at the hits."""
    return hit.parameters.get("e_a") == MARK


def beacon_of(hit: Hit) -> int:
    """The number that the page gave the beacon of this hit."""
    return int(hit.parameters["beacon"])


def told(parameters: dict[str, str]) -> dict[str, str]:
    """Keep the parameters that say what the call was."""
    return {name: value for name, value in parameters.items() if name not in SENT_ALWAYS}
