"""One server on loopback for a whole run; each test has a site of its own there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from flask import Flask

from demo.matomo_double.hits import HitStore
from demo.matomo_double.serving import running
from tests.support.site import Site


class Sites(Flask):
    """Finds the site that a request is for: ``localhost`` leads home whatever stands before it.

    A request that comes after its test is over finds no site, and so it is in no other test.
    """

    def __init__(self) -> None:
        super().__init__("sites")
        self.port = ""
        self.open: dict[str, Site] = {}
        self.stores: list[HitStore] = []
        self.numbers = count(1)

    def wsgi_app(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Hand a request over to its site."""
        host, _, _ = environ["HTTP_HOST"].partition(".localhost")
        site = self.open.get(host.rpartition(".")[2])
        app = site.app.wsgi_app if site else super().wsgi_app
        return app(environ, start_response)

    @contextmanager
    def site(self, folder: Path) -> Iterator[Site]:
        """Give a site whose pages are in this folder, as long as the test lasts."""
        name = f"shop{next(self.numbers)}"
        home = f"{name}.localhost:{self.port}"
        site = Site(folder, f"http://www.{home}", f"http://matomo.{home}")
        self.open[name] = site
        self.stores.append(site.store)
        yield site
        del self.open[name]
        site.tracker.close()


@contextmanager
def serving() -> Iterator[Sites]:
    """Serve sites on a free port."""
    sites = Sites()
    with running(sites) as address:
        sites.port = address.rpartition(":")[2]
        yield sites
    for store in sites.stores:  # only now, since requests under way when a test ends have theirs
        store.close()
