"""An app on a real port: the one asked for, or a free one."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

TRIES = 20
POLL_SECONDS = 0.02


class WholeFiles(WSGIRequestHandler):
    """Reads a file before it is sent: werkzeug leaves one open whose reader goes away meanwhile."""

    def make_environ(self) -> dict[str, Any]:
        """What a request says, and how a file is handed over."""
        return {**super().make_environ(), "wsgi.file_wrapper": _read_whole}


def _read_whole(file: IO[bytes], _block_size: int) -> list[bytes]:
    with file:
        return [file.read()]


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket bound to `port`, or to a free one if that is taken; 0 is any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    candidates = [port, *range(port + 1, min(port + TRIES, 65536)), 0] if port else [0]
    for candidate in candidates:
        try:
            return socket.create_server((host, candidate), family=family)
        except OSError as error:
            refused = error
    raise refused


def create_server(app: Flask, host: str = "127.0.0.1", port: int = 0) -> BaseWSGIServer:
    """A threaded server for `app`, ready for `serve_forever`; its `port` says where it listens."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with listening_socket(host, port) as listener:  # the server works on a duplicate of it
        actual = listener.getsockname()[1]
        return make_server(
            host, actual, app, threaded=True, fd=listener.fileno(), request_handler=WholeFiles
        )


@contextmanager
def running(app: Flask) -> Iterator[str]:
    """Serve `app` on a free loopback port from another thread; gives its address, no slash."""
    server = create_server(app)
    thread = threading.Thread(target=server.serve_forever, args=(POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
