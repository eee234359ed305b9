"""A visitor whom a server knows by the cookies alone, on pages with either tracker."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from string import ascii_lowercase
from typing import Any
from uuid import uuid4

from playwright.sync_api import Browser

from tests.real.matomo import Matomo
from tests.real.traffic import Traffic
from tests.support.site import Site
from tests.support.watched_page import Watch

PATIENCE = 10_000.0
THEIRS, OURS = "matomo.js", "tracker.min.js"
PAGE = """<!doctype html><meta charset="utf-8"><title>Page {number}</title><script>
  var _paq = window._paq = {commands};
</script><script async src="{script}"></script>"""


class Stranger:
    """Opens pages, each under an address with the run's id, in a browser of its own."""

    def __init__(self, watch: Watch, site: Site, matomo: Matomo) -> None:
        self.page, self.site, self.matomo = watch.page, site, matomo
        self.traffic = Traffic(watch.page, matomo.url)
        self.random = Random(uuid4().hex)
        self.id = self.word()
        self.pages = 0

    def word(self) -> str:
        """A word that nobody has said before."""
        return "".join(self.random.choices(ascii_lowercase, k=16))

    def look_otherwise(self) -> None:
        """Speak another language: Matomo takes who looks the same for the same visitor."""
        self.page.set_extra_http_headers({"Accept-Language": f"x-{self.word()[:8]}"})

    def open(self, tracker: str, *commands: list[Any], query: str = "", hits: int) -> None:
        """Open a page that has these commands in its queue; ends once its hits are answered."""
        self.pages += 1
        name = f"{self.id}-{self.pages}.html"
        before = [
            ["setTrackerUrl", f"{self.matomo.url}/matomo.php"],
            ["setSiteId", self.matomo.site],
        ]
        script = f"/dist/{OURS}" if tracker == OURS else f"{self.matomo.url}/{THEIRS}"
        self.site.files[name] = PAGE.format(
            number=self.pages, commands=json.dumps([*before, *commands]), script=script
        )
        wanted = self.traffic.answers + hits + (tracker == THEIRS)
        with self.page.expect_event(
            "response", lambda _: self.traffic.answers >= wanted, timeout=PATIENCE
        ):
            self.page.goto(f"{self.site.address}/{name}{query}")

    def visits(self) -> list[dict[str, Any]]:
        """The visits with pages of this run, whoever Matomo takes for their visitor."""
        found: list[dict[str, Any]] = self.ask("Live.getLastVisitsDetails")
        return found

    def ask(self, method: str, **parameters: str) -> Any:
        """A report about the visits with pages of this run."""
        about = {"period": "range", "date": "last2", "segment": f"pageUrl=@{self.id}"}
        return self.matomo.ask(method, **about, **parameters)


@contextmanager
def stranger(chromium: Browser, site: Site, matomo: Matomo) -> Iterator[Stranger]:
    """A visitor in a new browser; what the pages complain of fails the test."""
    watch = Watch(chromium.new_context())
    visitor = Stranger(watch, site, matomo)
    visitor.look_otherwise()
    yield visitor
    assert watch.close() == []
