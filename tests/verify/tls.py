"""A server on loopback with a certificate that nobody has signed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from werkzeug.serving import make_server

SELF_SIGNED = str(Path(__file__).parent / "self_signed.pem")
"""Key and certificate of ``localhost``, for tests only: valid for a hundred years, trusted by
nobody."""


@contextmanager
def serving_tls(app: Flask) -> Iterator[str]:
    """Serve an app on a free port; give its address."""
    tls = (SELF_SIGNED, SELF_SIGNED)
    server = make_server("127.0.0.1", 0, app, threaded=True, ssl_context=tls)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"https://localhost:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
