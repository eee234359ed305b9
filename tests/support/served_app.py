"""An app of Python in a process of its own, with the installed wheel: `python served_app.py wsgi`.

Its folder has `app.py` with an `app`; what it writes to standard error fails the test.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer


@contextmanager
def served(folder: Path, kind: str, packages: Path, python: str = sys.executable) -> Iterator[str]:
    """Serve the app of a folder on a free port of loopback; give its address, without a slash."""
    command = [python, "-W", "error", __file__, kind]
    environment = {**os.environ, "PYTHONPATH": f"{packages}:{folder}"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, text=True, stdout=-1, stderr=-1
    )
    assert process.stdout
    port = process.stdout.readline().strip()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=20)
        assert errors == ""


class Threaded(ThreadingMixIn, WSGIServer):
    """Serves each connection in a thread: browsers open some that they do not use."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Logs no request."""

    def log_message(self, *said: Any) -> None:
        """Say nothing."""


def main(kind: str) -> None:
    """Serve `app.app` until the process is ended; print the port."""
    from app import app  # type: ignore[import-not-found]

    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    if kind == "asgi":
        import uvicorn

        print(port, flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listener])
    else:
        listener.close()
        server = Threaded(("127.0.0.1", port), Quiet)
        server.set_app(app)
        print(port, flush=True)
        server.serve_forever()


if __name__ == "__main__":
    # Not the folder of this file: its neighbours are called as packages are.
    sys.path[0] = os.getcwd()
    main(sys.argv[1])
