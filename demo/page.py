"""The demo's page: its files, the bundles that it shows, and what both are allowed to do."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from flask import (
    Blueprint,
    Response,
    make_response,
    render_template,
    send_file,
    send_from_directory,
)

from demo.settings_form import NOT_IN_DOCUMENTS, groups_of

TOP = Path(__file__).parents[1]
STATIC = TOP / "demo" / "static"
BUNDLE = "analytics.min.js"
SCHEMA = "settings.schema.json"
ACORN = "node_modules/acorn/dist/acorn.mjs"
"""The parser of typed calls; its address on the server is the one that it has on disk."""
STUB = "build/declare/stub.js"
"""What a page has until our script is there: the README and the demo show the same."""

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


def create_page(dist: Path) -> Blueprint:
    """Build the blueprint: `/` and `/settings`, with the settings of `dist`, and what they load."""
    page = Blueprint("page", __name__)

    def rendered(template: str, without: Collection[str] = ()) -> Response:
        needed = (dist / BUNDLE, dist / SCHEMA, TOP / ACORN)
        if not all(file.is_file() for file in needed):
            return _guarded(send_file(STATIC / "missing.html"), 503)
        text = render_template(template, groups=groups_of(dist / SCHEMA, without))
        return _guarded(make_response(text))

    @page.get("/")
    def index() -> Response:
        return rendered("index.html")

    @page.get("/settings")
    def settings() -> Response:
        return rendered("document.html", NOT_IN_DOCUMENTS)

    @page.get("/dist/<path:name>")
    def bundle(name: str) -> Response:
        return send_from_directory(dist, name)

    @page.get(f"/{ACORN}")
    def acorn() -> Response:
        return send_file(TOP / ACORN, mimetype="text/javascript")

    @page.get(f"/{STUB}")
    def stub() -> Response:
        return send_file(TOP / STUB, mimetype="text/javascript")

    return page


def _guarded(response: Response, status: int = 200) -> Response:
    response.status_code = status
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Referrer-Policy"] = "same-origin"
    return response
