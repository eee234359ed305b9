"""A Matomo that keeps what arrives to the byte, and answers as it is told."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

SCRIPT = b"/* matomo.js */"
ETAG = '"v1"'
GIF = b"GIF89a\x01\x00"
LOUD = (
    "Set-Cookie: _pk_uid=1; path=/\r\nStrict-Transport-Security: max-age=1; includeSubDomains\r\n"
    "X-Accel-Redirect: /secret\r\nX-Sendfile: /etc/passwd\r\n"
    "Content-Security-Policy: script-src *\r\nAlt-Svc: h3\r\n"
    "WWW-Authenticate: Basic realm=Matomo\r\nSet-Cookie2: a=b\r\n"
    'Clear-Site-Data: "*"\r\nLink: <//elsewhere.example>; rel=preload\r\n'
)
"""What would speak for the whole site."""


@dataclass(frozen=True)
class Received:
    """A request as it arrived; names of headers in lower case."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes

    def values(self, name: str) -> list[str]:
        """Return all headers of a name."""
        return [value for one, value in self.headers if one == name]


@dataclass
class RecordingMatomo:
    """What has arrived; ``status`` is that of answers to hits, ``silent`` gives none."""

    port: int = 0
    status: str = "200 OK"
    silent: bool = False
    received: list[Received] = field(default_factory=list)
    open: set[asyncio.Transport] = field(default_factory=set)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def answer(self, request: Received) -> bytes:
        """Return the answer to a request."""
        if not request.target.startswith("/matomo.js"):
            about = f"Content-Type: image/gif\r\nLocation: http://elsewhere.example/\r\n{LOUD}"
            return reply(self.status, about, GIF, request.method)
        about = f"Content-Type: text/javascript\r\nETag: {ETAG}\r\nCache-Control: no-cache\r\n"
        if ETAG in request.values("if-none-match"):
            return f"HTTP/1.1 304 Not Modified\r\n{about}\r\n".encode()
        return reply("200 OK", about + LOUD, SCRIPT, request.method)


def reply(status: str, about: str, body: bytes, method: str) -> bytes:
    """Return an answer to the byte."""
    if status.startswith("204"):
        return f"HTTP/1.1 {status}\r\n{about}\r\n".encode()
    head = f"HTTP/1.1 {status}\r\n{about}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + (b"" if method == "HEAD" else body)


class Connection(asyncio.Protocol):
    """One connection, kept open; requests are taken out of its bytes."""

    def __init__(self, matomo: RecordingMatomo) -> None:
        self.matomo = matomo
        self.bytes = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.matomo.open.add(transport)

    def connection_lost(self, _error: Exception | None) -> None:
        """Forget it."""
        self.matomo.open.discard(self.transport)

    def data_received(self, data: bytes) -> None:
        """Take and answer what is whole."""
        self.bytes += data
        while (request := self.taken()) is not None:
            self.matomo.received.append(request)
            if not self.matomo.silent:
                self.transport.write(self.matomo.answer(request))

    def taken(self) -> Received | None:
        """Take one whole request."""
        head, end, rest = self.bytes.partition(b"\r\n\r\n")
        if not end:
            return None
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = [line.split(": ", 1) for line in lines]
        headers = [(name.lower(), value) for name, value in (pair for pair in pairs)]
        chunked = ("transfer-encoding", "chunked") in headers
        length = int(dict(headers).get("content-length", "0"))
        body, left = unchunked(rest) if chunked else (rest[:length], rest[length:])
        if body is None or (not chunked and len(body) < length):
            return None
        self.bytes = left
        method, target, _ = first.split(" ")
        return Received(method, target, headers, body)


def unchunked(data: bytes) -> tuple[bytes | None, bytes]:
    """Return a body that came in chunks, None where it is not whole, and what is behind it."""
    body = b""
    while True:
        size, end, data = data.partition(b"\r\n")
        length = int(size, 16) if end else 0
        if not end or len(data) < length + 2:
            return None, b""
        body, data = body + data[:length], data[length + 2 :]
        if length == 0:
            return body, data


@contextmanager
def recording_matomo(context: ssl.SSLContext | None = None) -> Iterator[RecordingMatomo]:
    """Run one in a thread, with TLS where there is a context."""
    matomo = RecordingMatomo()
    loop = asyncio.new_event_loop()
    # The tests' own thread has a loop of Playwright's. A test that is skipped ends this one, too.
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(listening(matomo, context), loop).result()
    try:
        yield matomo
    finally:
        asyncio.run_coroutine_threadsafe(closed(server, matomo), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def listening(matomo: RecordingMatomo, context: ssl.SSLContext | None) -> asyncio.Server:
    """Open a free port."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Connection(matomo), "127.0.0.1", 0, backlog=1024, ssl=context
    )
    matomo.port = server.sockets[0].getsockname()[1]
    return server


async def closed(server: asyncio.Server, matomo: RecordingMatomo) -> None:
    """End every connection."""
    server.close()
    for transport in list(matomo.open):
        transport.abort()
    while matomo.open:
        await asyncio.sleep(0)
