"""A page of WebKit with as much of Playwright's as the tests of pages ask for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, final

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.support.webkit.clock import WebKitClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from selenium.webdriver.remote.webelement import WebElement

    from tests.support.webkit.browser import WebKitContext

EVALUATE = (
    Path(__file__).with_name("evaluate.js").read_text("utf-8") + "evaluateForDriver(...arguments)"
)
LEAVE = "window.leftByDriver = arguments[0]"
ARRIVED = "return window.leftByDriver !== arguments[0] && document.readyState !== 'loading'"
KEYS = {"Control": Keys.CONTROL, "Shift": Keys.SHIFT, "Alt": Keys.ALT, "Meta": Keys.META}
PRESSED = {"Enter": Keys.ENTER}
POLL = 0.02


@final
class WebKitPage:
    """One tab. A test that asks for more than the driver knows is skipped, and says for what."""

    def __init__(self, context: WebKitContext, handle: str) -> None:
        self.context = context
        self.handle = handle
        self.scripts: list[str] = []
        self.seconds = 10.0
        self.left = 0
        self.clock = WebKitClock(self)

    def __getattr__(self, name: str) -> Any:
        """Say what is missing; Python asks of itself for what begins so."""
        if name.startswith("_"):
            raise AttributeError(name)
        pytest.skip(f"the driver of WebKit has no {name}")

    def __enter__(self) -> WebKitPage:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def driver(self) -> Any:
        """The driver, which looks at this tab."""
        driver = self.context.browser.driver
        driver.switch_to.window(self.handle)
        return driver

    def close(self) -> None:
        """Close the tab."""
        self.context.close_page(self)

    def on(self, event: str, hear: Callable[..., object]) -> None:
        """Hear of messages, and of nothing else."""
        if event not in ("pageerror", "console"):
            pytest.skip(f"the driver of WebKit tells of no {event}")
        self.context.hearers[event] = hear

    def set_default_timeout(self, milliseconds: float) -> None:
        """Say how long one waits."""
        self.seconds = milliseconds / 1000

    def add_init_script(self, script: str) -> None:
        """Run this in each of the tab's documents before its own."""
        self.scripts.append(script)
        self.context.browser.write_prelude(self)

    # Ways.

    @property
    def url(self) -> str:
        """Where the tab is."""
        address: str = self.driver.current_url
        return address

    def goto(self, url: str, **_: object) -> None:
        """Open an address, and wait until its document is there; files may still be to come."""
        self.context.browser.write_prelude(self)
        self.go(lambda: self.driver.get(url))

    def reload(self, **_: object) -> None:
        """Load the page once more."""
        self.context.browser.write_prelude(self)
        self.go(lambda: self.driver.refresh())

    def go_back(self, **_: object) -> None:
        """Go back to the page before."""
        self.go(lambda: self.driver.back())

    def go_forward(self, **_: object) -> None:
        """Go to the page from which one came back."""
        self.go(lambda: self.driver.forward())

    def go(self, way: Callable[[], object]) -> None:
        """Go some way, and wait until this document is another's."""
        self.left += 1
        self.driver.execute_script(LEAVE, self.left)
        way()
        self.until(lambda: self.driver.execute_script(ARRIVED, self.left))

    def until(self, is_so: Callable[[], Any]) -> Any:
        """Wait until something is so; a document that goes meanwhile is asked again."""
        wait = WebDriverWait(self.driver, self.seconds, POLL, [WebDriverException])
        return wait.until(lambda _: is_so())

    def wait_for_url(self, url: str, **_: object) -> None:
        """Wait until the page of this address is loaded; `**` stands for anything."""
        # The driver's own address may be ahead of the document.
        loaded = "return document.readyState === 'complete' ? location.href : ''"
        self.until(lambda: fnmatch(self.driver.execute_script(loaded), url))

    # What is in the page.

    def evaluate(self, code: str, given: Any = None) -> Any:
        """Evaluate JavaScript; a function is called with what is given."""
        text = self.driver.execute_async_script(EVALUATE, code, json.dumps([given]))
        seen = json.loads(text)
        assert "error" not in seen, seen["error"]
        return seen["answer"]

    def wait_for_function(self, code: str, arg: Any = None) -> None:
        """Wait until a condition holds."""
        self.until(lambda: self.evaluate(code, arg))

    def add_script_tag(self, url: str) -> None:
        """Add a script, and wait for it."""
        self.evaluate(
            """(src) => new Promise((done, fail) => {
              const one = document.createElement('script')
              Object.assign(one, { src, onload: () => done(null), onerror: fail })
              document.head.append(one)
            })""",
            url,
        )

    def wait_for_selector(self, selector: str, **_: object) -> WebElement:
        """Wait for an element, and return it."""
        found: WebElement = self.until(lambda: self.driver.find_element("css selector", selector))
        return found

    def locator(self, selector: str) -> SimpleNamespace:
        """Look for an element, of which one may have the text."""
        element = self.wait_for_selector(selector)
        return SimpleNamespace(text_content=lambda: element.get_attribute("textContent"))

    # What a visitor does.

    def click(self, selector: str, modifiers: list[str] | None = None) -> None:
        """Click, with keys held down."""
        self.act(selector, modifiers, ActionChains.click)

    def dblclick(self, selector: str) -> None:
        """Click twice."""
        self.act(selector, None, ActionChains.double_click)

    def act(self, selector: str, keys: list[str] | None, what: Callable[..., object]) -> None:
        """Do something at an element, with keys held down."""
        element = self.wait_for_selector(selector)
        if self.evaluate("document.readyState") != "complete":
            # The driver waits with what a visitor does until the page is loaded.
            self.driver.execute_script("arguments[0].click()", element)
            return
        actions = ActionChains(self.driver, duration=0)
        for key in keys or ():
            actions.key_down(KEYS[key])
        what(actions.move_to_element(element))
        for key in keys or ():
            actions.key_up(KEYS[key])
        actions.perform()

    def fill(self, selector: str, text: str) -> None:
        """Write this into a field."""
        element = self.wait_for_selector(selector)
        element.clear()
        if text:
            element.send_keys(text)

    def press(self, selector: str, key: str) -> None:
        """Press a key in a field."""
        self.wait_for_selector(selector).send_keys(PRESSED[key])

    @contextmanager
    def expect_popup(self) -> Iterator[None]:
        """See that another tab opens."""
        with self.context.expect_page():
            yield
