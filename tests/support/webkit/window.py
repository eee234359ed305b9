"""A window of a real WebKit, on a screen that nobody sees, and the driver that asks it."""

from __future__ import annotations

import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from bootstrap.webkit import find_webkit

SECONDS = 60
YEAR_2038 = 2**32
"""What the driver takes from times that do not fit into 32 bits with a sign."""


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
def window(proxy: str = "") -> Iterator[WebKitGTK]:
    """Open a window. Every host is behind the proxy, if there is one; else nothing waits for the
    end of a page's load, which a file that hangs would never see."""
    webkit = find_webkit()
    options = Options()
    options.binary_location = webkit.window
    options.add_argument("--automation")
    options.page_load_strategy = "normal" if proxy else "none"
    if proxy:
        options.set_capability("proxy", {"proxyType": "manual", "httpProxy": proxy})
    with screen(webkit.screen) as display:
        # Its sandbox wants what a container does not have, and its pages are ours.
        env = {**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of its own ways
            driver = WebKitGTK(options=options, service=Service(webkit.driver, env=env))
        try:
            driver.set_script_timeout(SECONDS)
            yield driver
        finally:
            driver.quit()


def cookies_of(driver: WebKitGTK) -> list[dict[str, Any]]:
    """Return the cookies of the page that is open, in Playwright's form."""
    return [{**one, "expires": life_of(one.get("expiry", -1))} for one in driver.get_cookies()]


def life_of(expiry: int) -> int:
    """Return the end of a cookie's life in seconds, -1 where the session is its life."""
    return expiry + YEAR_2038 if expiry < -1 else expiry
