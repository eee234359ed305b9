"""A browser page under watch: uncaught errors, rejections and console messages are troubles."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

from tests.support.opt_in import FIREFOX

ITS_OWN = ("has been rejected for invalid domain", "/favicon.ico") if FIREFOX else ()
"""What Firefox says of a page without being asked: of cookies that are tried on a wider domain, and
of the icon that it looks for where a policy forbids images."""


class Watch:
    """Collects what goes wrong on one page. ``page.expected`` lists fragments that may appear."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.messages: list[str] = []
        self.page.on("pageerror", lambda error: self.messages.append(f"uncaught: {error}"))
        self.page.on("console", lambda m: self.messages.append(f"console {m.type}: {m.text}"))
        self.page.messages = self.messages  # type: ignore[attr-defined]
        self.page.expected = [*ITS_OWN]  # type: ignore[attr-defined]

    def close(self) -> list[str]:
        """Close the page; return the messages that no fragment in ``page.expected`` allows."""
        expected: list[str] = self.page.expected  # type: ignore[attr-defined]
        self.context.close()
        return [m for m in self.messages if not any(fragment in m for fragment in expected)]
