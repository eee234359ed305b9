"""The server that the demo and the tests share, where a reader goes away."""

from __future__ import annotations

import socket
import struct
import threading
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from flask import Flask, Response, send_file

from demo.matomo_double.serving import running

RESET = struct.pack("ii", 1, 0)
TIMES = 20
"""It depends on when the reader goes: one of three was left open."""


def test_no_file_stays_open_when_its_reader_goes_away(tmp_path: Path) -> None:
    """A file left open is a warning whenever Python finds it, in whichever test runs then."""
    script = tmp_path / "script.js"
    script.write_bytes(b"x" * 50_000)
    files: list[IO[bytes]] = []
    app = Flask(__name__)

    @app.get("/")
    def file() -> Response:
        files.append(script.open("rb"))
        return send_file(files[-1], mimetype="text/javascript")

    others = set(threading.enumerate())
    with running(app) as address:
        at = urlsplit(address)
        for _ in range(TIMES):
            with socket.create_connection((at.hostname, at.port)) as reader:
                reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                reader.sendall(b"GET / HTTP/1.1\r\nHost: shop\r\n\r\n")
                reader.recv(1)
    for thread in set(threading.enumerate()) - others:
        thread.join(10)
    assert [one.closed for one in files] == [True] * TIMES
