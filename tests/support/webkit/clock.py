"""The clock of a page, as Playwright's: it runs until it is paused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from tests.support.webkit.page import WebKitPage

MOST = 50_000
"""Milliseconds that one script lets go by at most."""

CLOCK = Path(__file__).with_name("clock.js").read_text("utf-8")


@final
class WebKitClock:
    """Turns what ``clock.js`` has put into the page."""

    def __init__(self, page: WebKitPage) -> None:
        self.page = page

    def install(self, time: float | None = None) -> None:
        """Put it into each document that comes; it begins at a time in seconds, or now."""
        begin = "" if time is None else f"turned.set({time * 1000});"
        self.page.add_init_script(f"{CLOCK}{begin}")

    def pause_at(self, time: float) -> None:
        """Go on to a time in seconds, and stop there."""
        pause = f"turned.pause({time * 1000})"
        if self.page.left:
            self.page.evaluate(pause)
        else:
            self.page.add_init_script(pause)

    def fast_forward(self, milliseconds: float) -> None:
        """Let time go by in one leap: what is due meanwhile happens once."""
        self.page.evaluate(f"turned.leap({milliseconds})")

    def run_for(self, milliseconds: float) -> None:
        """Let time go by, and each thing happen in its turn.

        The driver's patience with a script, a minute, is a timer of the page's: none is as long.
        """
        while milliseconds > MOST:
            self.page.evaluate(f"turned.run({MOST})")
            milliseconds -= MOST
        self.page.evaluate(f"turned.run({milliseconds})")

    def resume(self) -> None:
        """Let it run."""
        self.page.evaluate("turned.resume()")
