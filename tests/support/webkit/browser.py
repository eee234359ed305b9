"""WebKit in the place of Playwright's browser: `make webkit`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, final

import pytest

from tests.support.webkit.page import WebKitPage
from tests.support.webkit.prelude import Prelude
from tests.support.webkit.window import cookies_of, window

if TYPE_CHECKING:
    from tests.support.sites import Sites

INSIDE = Path(__file__).with_name("inside.js").read_text("utf-8")


@final
class WebKitBrowser:
    """One window for the whole run; sites, each a host of its own, keep what they store apart."""

    def __init__(self, driver: Any, prelude: Prelude) -> None:
        self.driver = driver
        self.prelude = prelude
        self.home = driver.current_window_handle

    def new_context(self, **options: Any) -> WebKitContext:
        """Begin anew, as far as another host is new."""
        if options:
            pytest.skip(f"the driver of WebKit has no {', '.join(options)}")
        context = WebKitContext(self)
        self.prelude.hear = context.hear
        return context

    def write_prelude(self, page: WebKitPage) -> None:
        """Say what is in each document ahead of its own scripts."""
        texts = [INSIDE, *page.context.scripts, *page.scripts]
        self.prelude.script = "\n;".join(texts).replace("</script", "<\\/script")

    def close(self) -> None:
        """Nothing: whoever opened the window closes it."""


@final
class WebKitContext:
    """The tabs of a test, which have the cookies of its site."""

    def __init__(self, browser: WebKitBrowser) -> None:
        self.browser = browser
        self.scripts: list[str] = []
        self.pages: list[WebKitPage] = []
        self.hearers: dict[str, Callable[..., object]] = {}

    def __getattr__(self, name: str) -> Any:
        """Say what is missing."""
        if name.startswith("_"):
            raise AttributeError(name)
        pytest.skip(f"the driver of WebKit has no {name}")

    def hear(self, text: str) -> None:
        """Hand a message of a page over."""
        kind, _, rest = text.partition(": ")
        if kind == "uncaught":
            self.hearers["pageerror"](rest)
        else:
            self.hearers["console"](SimpleNamespace(type=kind.removeprefix("console "), text=rest))

    def new_page(self) -> WebKitPage:
        """Take the window, or open another; a tab that is behind another one is hidden."""
        driver = self.browser.driver
        driver.switch_to.window(self.browser.home)
        if self.pages:
            driver.switch_to.new_window("window")
        return self.taken(driver.current_window_handle)

    def taken(self, handle: str) -> WebKitPage:
        """Make a page of a tab."""
        self.pages.append(WebKitPage(self, handle))
        return self.pages[-1]

    def close_page(self, page: WebKitPage) -> None:
        """Leave a page, and close its window if it is not the first; what is closed stays so."""
        if page in self.pages:
            self.pages.remove(page)
            page.goto("about:blank")
            if page.handle != self.browser.home:
                page.driver.close()

    def close(self) -> None:
        """Close all tabs."""
        for page in [*self.pages]:
            self.close_page(page)

    def add_init_script(self, script: str) -> None:
        """Run this in each document before its own."""
        self.scripts.append(script)

    def cookies(self) -> list[dict[str, Any]]:
        """Return the cookies of the page that is open, in Playwright's form."""
        return cookies_of(self.pages[0].driver)

    def clear_cookies(self) -> None:
        """Delete the cookies that the page can have."""
        self.pages[0].driver.delete_all_cookies()

    @contextmanager
    def expect_page(self) -> Iterator[SimpleNamespace]:
        """See that another tab opens, and give it."""
        driver = self.browser.driver
        known = set(driver.window_handles)
        opened = SimpleNamespace()
        yield opened
        self.pages[0].until(lambda: set(driver.window_handles) - known)
        (handle,) = set(driver.window_handles) - known
        opened.value = self.taken(handle)


@contextmanager
def opened(sites: Sites) -> Iterator[WebKitBrowser]:
    """Open a window on a screen that nobody sees, for pages of the sites."""
    prelude = Prelude(sites.wsgi_app)
    sites.wsgi_app = prelude  # type: ignore[method-assign]
    with window() as driver:
        yield WebKitBrowser(driver, prelude)
