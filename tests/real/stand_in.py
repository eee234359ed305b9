"""A stand-in for a Matomo: the demo's collector, and a Reporting API over what it kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from flask import Flask, Response, jsonify, request

from demo.matomo_double.collector import create_collector
from demo.matomo_double.hits import HitStore
from demo.matomo_double.serving import running
from tests.real.matomo import Matomo
from tests.real.tables import TABLES
from tests.real.visits import visits
from tests.support.tracker_file import TRACKER

TOKEN = "token-of-the-stand-in"
SEGMENT = "userId=="


@contextmanager
def stand_in(tracker: Path = TRACKER) -> Iterator[Matomo]:
    """Serve a stand-in on a free loopback port, with a tracker's script."""
    with closing(HitStore()) as store, running(create_stand_in(store, tracker)) as url:
        yield Matomo(url, "1", TOKEN)


def create_stand_in(store: HitStore, tracker: Path) -> Flask:
    """Build the app; like Matomo's API it answers every question with 200."""
    app = Flask("stand_in")
    app.register_blueprint(create_collector(store, tracker))

    @app.post("/index.php")
    def report() -> Response:
        asked = request.form
        if asked.get("token_auth") != TOKEN:
            return jsonify(result="error", message="The token is wrong.")
        if asked["method"] == "API.isPluginActivated":
            return jsonify(value=True)
        users = [term.removeprefix(SEGMENT) for term in asked["segment"].split(",")]
        found = [one for one in visits(store.since(), asked["idSite"]) if one["userId"] in users]
        return jsonify(TABLES[asked["method"]](found, asked.to_dict()))

    return app
