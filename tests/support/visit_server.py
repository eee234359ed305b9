"""A server on loopback: the pages of one folder, the bundles, and a small Matomo."""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask, Response, render_template_string, request, send_from_directory

from demo.matomo_double import STAND_IN
from demo.matomo_double.collector import create_collector
from demo.matomo_double.hits import HitStore

DIST = Path(__file__).parents[2] / "dist"
TRACKER = Path(os.environ.get("MATOMO_JS", STAND_IN))


def create_pages(folder: Path, store: HitStore) -> Flask:
    """Build the app: ``folder`` at the top, ``/dist/`` beside it, hits kept in ``store``.

    In a page ``{{ matomo }}`` stands for the address of this server, which only a run knows.
    """
    app = Flask("pages")
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 0
    app.register_blueprint(create_collector(store, TRACKER))

    @app.get("/dist/<path:name>")
    def bundle(name: str) -> Response:
        return send_from_directory(DIST, name)

    @app.get("/favicon.ico")
    def icon() -> Response:
        return Response(status=204)

    @app.get("/<path:name>")
    def file(name: str) -> Response | str:
        if not name.endswith(".html"):
            return send_from_directory(folder, name)
        text = (folder / name).read_text("utf-8")
        return render_template_string(text, matomo=request.host_url.rstrip("/"))

    return app
