"""A page as on a phone, asked over Chromium's own protocol, and of no more than it needs.

Playwright has each of its pages tell of everything that runs in them. To do so, Chromium notes for
many calls where in the script they stand, and reads the script once more: a page that starts takes
twice as long. So this page is not one of Playwright's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, final

from playwright.sync_api import Browser, CDPSession

LINE = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 9e4}
SLOWER = 4
"""A phone as Lighthouse plays one: a round trip of 150 ms, 1.6 Mbit/s, a quarter of the CPU."""

LONG_TASKS = """window.longTasks = []
new PerformanceObserver((list) => longTasks.push(...list.getEntries()))
  .observe({ type: 'longtask', buffered: true })"""

LATER = """new Promise((tell) => setTimeout(
  () => tell(longTasks.map((task) => task.duration)), 500))"""


@final
class Phone:
    """A page of the protocol's, to which messages go through the browser's session."""

    def __init__(self, root: CDPSession, target: str) -> None:
        self._root = root
        self._count = 0
        self._answers: dict[int, Any] = {}
        root.on("Target.receivedMessageFromTarget", self._take)
        attached = root.send("Target.attachToTarget", {"targetId": target, "flatten": False})
        self._session = attached["sessionId"]
        self.send("Page.enable")
        self.send("Network.enable")
        self.send("Network.emulateNetworkConditions", **LINE)
        self.send("Emulation.setCPUThrottlingRate", rate=SLOWER)
        self.send("Page.addScriptToEvaluateOnNewDocument", source=LONG_TASKS)

    def _take(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if event["sessionId"] == self._session and "id" in message:
            self._answers[message["id"]] = message

    def send(self, method: str, **parameters: Any) -> Any:
        """Return what the page answers; KeyError where it refuses."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters}
        way = {"sessionId": self._session, "message": json.dumps(message)}
        self._root.send("Target.sendMessageToTarget", way)
        while self._count not in self._answers:
            # Answers are heard of while another question is under way.
            self._root.send("Browser.getVersion")
        return self._answers.pop(self._count)["result"]

    def long_tasks(self) -> list[float]:
        """Return the milliseconds of each task of the page that took longer than 50.

        They are told of after they have ended, and the first hit is on its way before that.
        """
        answer = self.send(
            "Runtime.evaluate", expression=LATER, awaitPromise=True, returnByValue=True
        )
        found: list[float] = answer["result"]["value"]
        return found


@contextmanager
def phone(browser: Browser) -> Iterator[Phone]:
    """Give an empty page of somebody who has never been here."""
    root = browser.new_browser_cdp_session()
    context = root.send("Target.createBrowserContext")["browserContextId"]
    wanted = {"url": "about:blank", "browserContextId": context}
    try:
        yield Phone(root, root.send("Target.createTarget", wanted)["targetId"])
    finally:
        root.send("Target.disposeBrowserContext", {"browserContextId": context})
        root.detach()
