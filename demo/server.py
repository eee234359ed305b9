"""The demo's web application."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, jsonify

from demo.guard import guard
from demo.hits_api import create_hits_api
from demo.matomo_double import STAND_IN
from demo.matomo_double.collector import create_collector
from demo.matomo_double.hits import HitStore
from demo.page import create_page
from demo.settings_document import SavedDocument, create_document


def create_app(
    database: str | Path,
    dist_dir: str | Path,
    server_url: str | None = None,
    site_id: int | str = 1,
    tracker_file: Path = STAND_IN,
    host: str = "127.0.0.1",
    document: Path | None = None,
    matomo_js: Path | None = None,
) -> Flask:
    """Build the demo: page, bundles from `dist_dir`, collector with its hits in `database`.

    `server_url` and `site_id` are what the page starts with; without a server URL it talks to the
    collector in this process. The store of hits is `app.extensions["hits"]`. `host` is where the
    app is to listen; `document` is a file for the settings document, which is in memory otherwise.
    `matomo_js` is a real `matomo.js`, which the page can take in the place of `tracker_file`.
    """
    app = Flask(__name__)
    guard(app, host)
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 0
    store = app.extensions["hits"] = HitStore(database)
    app.register_blueprint(create_page(Path(dist_dir).resolve()))
    app.register_blueprint(create_collector(store, tracker_file, matomo_js))
    app.register_blueprint(create_hits_api(store))
    app.register_blueprint(create_document(SavedDocument(document)))

    @app.get("/api/config")
    def config() -> Response:
        return jsonify(serverUrl=server_url, siteId=site_id, matomoJs=matomo_js is not None)

    return app
