"""``python -m tests.first_party.serve_app asgi|wsgi TO PORT SECONDS``: an app on loopback.

SECONDS is how long it waits for Matomo's answer.
"""

from __future__ import annotations

import logging
import sys

import uvicorn
from werkzeug.serving import make_server

from paqbridge.web.first_party import asgi_app, create_plan, limits, wsgi_app
from paqbridge.web.first_party.plan import Plan


def serve(kind: str, plan: Plan, port: int) -> None:
    """Serve until the process is ended."""
    if kind == "asgi":
        uvicorn.run(asgi_app(plan), port=port, log_level="error", access_log=False)
        return
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    make_server("127.0.0.1", port, wsgi_app(plan), threaded=True).serve_forever()


if __name__ == "__main__":
    limits.ANSWER_SECONDS = int(sys.argv[4])
    serve(
        sys.argv[1],
        create_plan(sys.argv[2], hosts=["shop.example", "2001:db8::7"]),
        int(sys.argv[3]),
    )
