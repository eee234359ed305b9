"""A server that is every host at once, as the browser's proxy: nothing leaves the machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import Flask, Response, request

from demo.matomo_double.serving import running
from demo.matomo_double.wire import arrival


@dataclass
class Everywhere:
    """The scripts of all hosts by their paths, their one page, and the hits that have arrived."""

    files: dict[str, str] = field(default_factory=dict)
    page: str = "<!doctype html>"
    hits: list[dict[str, str]] = field(default_factory=list)
    address: str = ""


@contextmanager
def everywhere() -> Iterator[Everywhere]:
    """Serve every host on a free port of loopback."""
    place = Everywhere()
    app = Flask("everywhere")

    @app.route("/", defaults={"path": ""}, methods=["GET", "POST"])
    @app.route("/<path:path>", methods=["GET", "POST"])
    def answer(path: str) -> Response:
        if path.endswith(".php"):
            body = request.get_data(as_text=True)
            place.hits += arrival(request.query_string.decode(), body).requests
            return Response(status=204)
        kind = "text/javascript" if path in place.files else "text/html"
        return Response(place.files.get(path, place.page), content_type=f"{kind}; charset=utf-8")

    with running(app) as url:
        place.address = url.removeprefix("http://")
        yield place
