"""``python -m tests.first_party.serve_recipe FILE PORT``: a WSGI app of the docs on loopback."""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from runpy import run_path
from typing import Any

from werkzeug.serving import make_server

urlpatterns: list[Any] = []
"""Django's, which needs a module with that name."""


def main(file: str, port: int) -> None:
    """Serve until the process is ended."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    settings = import_module("django.conf").settings
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="x" * 50)
    made = run_path(file)
    app = made.get("app") or made["application"]
    make_server("127.0.0.1", port, app, threaded=True).serve_forever()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
