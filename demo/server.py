"""The demo's web application."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, jsonify, send_file, send_from_directory

from demo.hits_api import create_hits_api
from demo.matomo_double import STAND_IN
from demo.matomo_double.collector import create_collector
from demo.matomo_double.hits import HitStore

STATIC = Path(__file__).parent / "static"
BUNDLE = "analytics.min.js"
ACORN = "node_modules/acorn/dist/acorn.mjs"
"""The parser of the calls that are typed, served under the address that it has on disk."""

# Nothing inline, no eval; but the tracker comes from whichever Matomo the visitor enters.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' http: https:",
        "connect-src 'self' http: https:",
        "img-src 'self' data: http: https:",
        "style-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)


def create_app(
    database: str | Path,
    dist_dir: str | Path,
    server_url: str | None = None,
    site_id: int | str = 1,
    tracker_file: Path = STAND_IN,
) -> Flask:
    """Build the demo: page, bundles from `dist_dir`, collector with its hits in `database`.

    `server_url` and `site_id` are what the page starts with; without a server URL it talks to the
    collector in this process. The store of hits is `app.extensions["hits"]`.
    """
    app = Flask(__name__)
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 0
    store = app.extensions["hits"] = HitStore(database)
    dist = Path(dist_dir).resolve()
    app.register_blueprint(create_collector(store, tracker_file))
    app.register_blueprint(create_hits_api(store))

    @app.get("/")
    def page() -> Response:
        return _page("index.html") if (dist / BUNDLE).is_file() else _page("missing.html", 503)

    @app.get("/dist/<path:name>")
    def bundle(name: str) -> Response:
        return send_from_directory(dist, name)

    @app.get(f"/{ACORN}")
    def acorn() -> Response:
        return send_file(STATIC.parents[1] / ACORN, mimetype="text/javascript")

    @app.get("/api/config")
    def config() -> Response:
        return jsonify(serverUrl=server_url, siteId=site_id)

    return app


def _page(name: str, status: int = 200) -> Response:
    response = send_from_directory(STATIC, name)
    response.status_code = status
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Referrer-Policy"] = "same-origin"
    return response
