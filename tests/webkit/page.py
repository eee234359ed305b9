"""A page of a real WebKit, with as much of Playwright's as the tests beside it ask for."""

from __future__ import annotations

import json
from typing import Any, final

from selenium.webdriver import WebKitGTK

from tests.support.webkit.window import cookies_of

CALL = """
const [name, text, done] = arguments
Promise.resolve(window[name](...JSON.parse(text))).then(
  (answer) => done(JSON.stringify({ answer })),
  (error) => done(JSON.stringify({ error: String(error) })),
)
"""


@final
class WebKitPage:
    """The one window of a driver; ``context`` is itself, since it has one set of cookies."""

    def __init__(self, driver: WebKitGTK) -> None:
        self.driver = driver
        self.context = self

    def goto(self, url: str) -> None:
        """Open an address, and wait until it is loaded."""
        self.driver.get(url)

    def call(self, name: str, *given: Any) -> Any:
        """Call a function of the page; return what it does, or promises, as JSON has it."""
        seen = json.loads(self.driver.execute_async_script(CALL, name, json.dumps(given)))
        assert "error" not in seen, seen["error"]
        return seen.get("answer")

    def evaluate(self, name: str, given: Any) -> Any:
        """Call a function with one thing, as Playwright does."""
        return self.call(name, given)

    def clear_cookies(self) -> None:
        """Delete the cookies that the page can have; ``forget`` does for others."""
        self.driver.delete_all_cookies()

    def forget(self, urls: list[str]) -> None:
        """Delete what pages of these addresses have stored."""
        for url in urls:
            self.goto(url)
            self.clear_cookies()
            self.driver.execute_script("localStorage.clear(); sessionStorage.clear()")

    def cookies(self) -> list[dict[str, Any]]:
        """Return the cookies of the page that is open, in Playwright's form."""
        return cookies_of(self.driver)
