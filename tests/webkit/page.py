"""A page of a real WebKit, with as much of Playwright's as the tests beside it ask for."""

from __future__ import annotations

import json
import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, final

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from bootstrap.webkit import WebKit

SECONDS = 60
CALL = """
const [name, text, done] = arguments
Promise.resolve(window[name](...JSON.parse(text))).then(
  (answer) => done(JSON.stringify({ answer })),
  (error) => done(JSON.stringify({ error: String(error) })),
)
"""
YEAR_2038 = 2**32
"""What the driver takes from times that do not fit into 32 bits with a sign."""


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
        return [
            {**one, "expires": life_of(one.get("expiry", -1))} for one in self.driver.get_cookies()
        ]


def life_of(expiry: int) -> int:
    """Return the end of a cookie's life in seconds, -1 where the session is its life."""
    return expiry + YEAR_2038 if expiry < -1 else expiry


@contextmanager
def screen(path: str) -> Iterator[str]:
    """Start a screen that nobody sees; give its name."""
    command = [path, "-displayfd", "1", "-screen", "0", "1280x900x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        try:
            yield ":" + process.stdout.readline().decode().strip()
        finally:
            process.terminate()


@contextmanager
def window(webkit: WebKit, proxy: str, display: str) -> Iterator[WebKitPage]:
    """Open a window on a screen, for which every host is behind one proxy."""
    options = Options()
    options.binary_location = webkit.window
    options.add_argument("--automation")
    options.set_capability("proxy", {"proxyType": "manual", "httpProxy": proxy})
    # Its sandbox wants what a container does not have, and its pages are ours.
    env = {**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of its own ways
        driver = WebKitGTK(options=options, service=Service(webkit.driver, env=env))
    try:
        driver.set_script_timeout(SECONDS)
        yield WebKitPage(driver)
    finally:
        driver.quit()
