"""A browser to look with: Playwright's own Chromium, one that is named, or one of the system."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from paqbridge.web.verify.words import CannotLook

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

NAMED = "PAQBRIDGE_CHROMIUM"
"""An environment variable: the path of the browser to use."""

NO_PLAYWRIGHT = "Playwright is not installed: pip install 'paqbridge[verify]'"
NO_BROWSER = (
    "No Chromium was found that starts: python -m playwright install chromium, "
    f"or name one in the environment variable {NAMED}. Playwright says: "
)

CHANNELS = (None, "chrome", "chromium", "msedge")
"""Playwright's own first, then what the system may have."""


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Start a browser, and end it; CannotLook says what is missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise CannotLook(NO_PLAYWRIGHT) from error
    with sync_playwright() as playwright:
        browser = started(playwright)
        yield browser
        browser.close()


def started(playwright: Playwright) -> Browser:
    """Start the first browser that can be started."""
    from playwright.sync_api import Error

    arguments = ["--no-sandbox"] if is_root() else []
    path = os.environ.get(NAMED)
    said = ""
    for channel in (None,) if path else CHANNELS:
        try:
            return playwright.chromium.launch(executable_path=path, channel=channel, args=arguments)
        except Error as error:
            said = said or error.message.strip().splitlines()[0]
    raise CannotLook(NO_BROWSER + said)


def is_root() -> bool:
    """Tell whether this is the superuser, whom Chromium's sandbox refuses."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
