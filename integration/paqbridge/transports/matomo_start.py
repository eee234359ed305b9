"""What ``matomo.js`` takes from the page by itself: address and title of the moment it starts.

It uses them for whatever it is told nothing about (measured on Matomo 5.1). That moment is seen
through a list of functions which it calls before it looks at its queue.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from paqbridge.host import global_value, is_queued, page_facts, set_global
from paqbridge.native import guarded, is_list, readable_url
from paqbridge.read.values import LINE_LIMIT, line

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.page import Guarded, PageFacts

STARTING = "matomoPluginAsyncInit"
"""The global list of functions that ``matomo.js`` calls when it starts."""


@final
class MatomoStart:
    """The tracker's own facts; ``is_live`` and ``tell_first`` are those of its queue."""

    def __init__(
        self, is_live: Callable[[], bool], tell_first: Callable[[list[Command]], None]
    ) -> None:
        self._is_live = is_live
        self._tell_first = tell_first
        self._own: PageFacts = {"url": None, "title": None, "referrer": None}
        # The address that it has been told since, ahead of all views.
        self._moved: str | None = None
        self._is_over = False
        # A call has been made that is to have these facts, and one at another address since then.
        self._is_asked = True
        self._is_left = False

    def begin(self) -> None:
        """Take the facts of now for the tracker's own, or those of the first call until it starts.

        An application may change its address, to its first route, before it makes a call.
        """
        self._own = page_facts()
        self._is_asked = False
        self._is_left = False
        self._is_over = self._is_live()
        if not self._is_over:
            call_at_start(guarded(self._start))

    def own(self) -> PageFacts:
        """Return the facts that the tracker uses for what it is told nothing about.

        Until it starts the document's title may change; another address it is told of.
        """
        self._look()
        return {**self._own, "url": self._moved or self._own["url"]}

    def _look(self) -> None:
        """Follow the document until the tracker starts, or the page has gone elsewhere."""
        if not self._is_over:
            now = page_facts()
            self._is_over = self._is_live()
            is_told = self._is_over or is_queued("trackEvent") or is_queued("trackPageView")
            self._is_asked = self._is_asked or is_told
            is_elsewhere = self._is_asked and now["url"] != self._own["url"]
            self._is_left = self._is_left or is_elsewhere
            self._is_asked = True
            if not self._is_left:
                self._own = now

    def move(self, here: str | None) -> list[Command]:
        """Return what tells the tracker an address which it has not; from then on it has."""
        self._look()
        if not here or here == (self._moved or self._own["url"]):
            return []
        self._moved = here
        return [["setCustomUrl", readable_url(here, LINE_LIMIT)]]

    def _start(self) -> None:
        """Tell the tracker, which starts now, what it was to take, where that has changed."""
        self._look()
        self._is_over = True
        if self._is_left:
            url = readable_url(self._own["url"], LINE_LIMIT)
            title = line(self._own["title"], LINE_LIMIT) or ""
            self._tell_first([["setCustomUrl", url], ["setDocumentTitle", title]])


def call_at_start(action: Guarded) -> None:
    """Have ``matomo.js`` call a function before it looks at its queue."""
    waiting = global_value(STARTING)
    if is_list(waiting):
        waiting.append(action)
    else:
        set_global(STARTING, [action])
