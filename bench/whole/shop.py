"""A shop on loopback, and its Matomo: pages, their scripts, and when what arrived there."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import Flask, Response, request

from demo.matomo_double.serving import running
from demo.matomo_double.wire import arrival

COMPRESSED = {"Content-Encoding": "gzip", "Cache-Control": "no-store"}


@dataclass
class Visited:
    """What a visit has asked for: seconds on the server's clock, and its hits as they came."""

    began: float = 0.0
    first_hit: float = 0.0
    requests: int = 0
    bytes: int = 0
    hits: list[dict[str, str]] = field(default_factory=list)


class Shop:
    """Serves one folder for each visit, so that what comes late counts for the visit it is of."""

    def __init__(self) -> None:
        self.address = ""
        self.files: dict[str, bytes] = {}
        self.visits: dict[str, Visited] = {}
        self.changed = threading.Condition()
        self.app = Flask("shop", static_folder=None)
        self.app.add_url_rule("/<visit>/", "page", self.page)
        self.app.add_url_rule("/<visit>/matomo.php", "hit", self.hit, methods=["GET", "POST"])
        self.app.add_url_rule("/<visit>/<name>", "file", self.file)

    def put(self, name: str, text: str) -> None:
        """Let visits find a file, compressed as a server would send it."""
        self.files[name] = gzip.compress(text.encode(), 9, mtime=0)

    def begin(self, page: str) -> str:
        """Return the address of a new visit to a page that has been put there."""
        visit = f"{page}-{len(self.visits)}"
        self.visits[visit] = Visited()
        return f"{self.address}/{visit}/"

    def of(self, address: str) -> Visited:
        """Return what is known of a visit."""
        return self.visits[address.rstrip("/").rpartition("/")[2]]

    def page(self, visit: str) -> Response:
        """Answer the request with which a visit begins."""
        self.visits[visit].began = time.perf_counter()
        return self.answer(visit, f"{visit.rpartition('-')[0]}.html", "text/html")

    def file(self, visit: str, name: str) -> Response:
        """Answer with a script, or with an empty page for whoever goes on."""
        if name in self.files:
            return self.answer(visit, name, "text/javascript")
        if name == "next":  # the query says how long a page takes
            time.sleep(float(request.query_string))
            return Response("<!doctype html><title>next</title>", mimetype="text/html")
        return Response(status=404)

    def answer(self, visit: str, name: str, kind: str) -> Response:
        """Send a file and count it, unless hits have come before it."""
        visited, body = self.visits[visit], self.files[name]
        if not visited.hits:
            visited.requests += 1
            visited.bytes += len(body)
        return Response(body, headers=COMPRESSED, mimetype=kind)

    def hit(self, visit: str) -> Response:
        """Take a request of the tracker: a bulk counts as its hits, in their order."""
        now = time.perf_counter()
        said = request.query_string.decode(), request.get_data().decode()
        with self.changed:
            visited = self.visits[visit]
            visited.first_hit = visited.first_hit or now
            visited.hits += arrival(*said).requests
            self.changed.notify_all()
        return Response(status=204)

    def wait(self, visited: Visited, count: int, seconds: float) -> bool:
        """Wait until so many hits have come; False where they have not."""
        with self.changed:
            return self.changed.wait_for(lambda: len(visited.hits) >= count, seconds)


@contextmanager
def serving() -> Iterator[Shop]:
    """Serve a shop on a free port."""
    shop = Shop()
    with running(shop.app) as shop.address:
        yield shop
