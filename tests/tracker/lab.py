"""A loopback server with a page and trackers' files, which keeps the requests that arrive."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from demo.matomo_double import STAND_IN

PAGE = Path(__file__).parent / "page.html"
REAL = os.environ.get("MATOMO_JS")
POLL_SECONDS = 0.02


@dataclass
class Lab:
    """Where the server listens, and what arrived at its tracking endpoints: (address, body)."""

    origin: str = ""
    arrived: list[tuple[str, str]] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def arrive(self, address: str, body: str) -> None:
        """Keep one request."""
        with self.changed:
            self.arrived.append((address, body))
            self.changed.notify_all()

    def wait_for(self, count: int, seconds: float = 10) -> list[tuple[str, str]]:
        """The requests so far, as soon as there are `count` of them."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.arrived) >= count, seconds)
            return list(self.arrived)


@contextmanager
def serving() -> Iterator[Lab]:
    """Serve a lab on a free loopback port."""
    lab = Lab()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(lab))
    server.daemon_threads = True
    lab.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(POLL_SECONDS,), daemon=True)
    thread.start()
    yield lab
    server.shutdown()
    thread.join()
    server.server_close()


def handler_of(lab: Lab) -> type[BaseHTTPRequestHandler]:
    """The handler of a lab's server."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, _, _ = self.path.partition("?")
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if path.endswith(".php"):
                lab.arrive(self.path, body.decode())
            status, kind, content = answer(path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    return Handler


def answer(path: str) -> tuple[int, str, bytes]:
    """Status, type and body for an address of the lab."""
    if path == "/stand_in.js":
        return 200, "text/javascript", STAND_IN.read_bytes()
    if path == "/real.js" and REAL:
        return 200, "text/javascript", Path(REAL).read_bytes()
    if path.endswith((".php", ".ico")):
        return 200, "text/plain", b""
    return 200, "text/html", PAGE.read_bytes()
