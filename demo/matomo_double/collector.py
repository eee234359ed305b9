"""A small Matomo: the Tracking HTTP API, the tracker's script, and what arrived."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from flask import Blueprint, Response, jsonify, request, send_file

from demo.matomo_double import STAND_IN
from demo.matomo_double.hits import HitStore
from demo.matomo_double.matomo import SmallMatomo
from demo.matomo_double.told import told
from demo.matomo_double.wire import Arrival, arrival

PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)
EMPTY = "This is a tracking endpoint: send a request with parameters.\n"
METHODS = ["GET", "POST", "OPTIONS"]
REAL = "/real"


def create_collector(
    store: HitStore, tracker_file: Path = STAND_IN, real_file: Path | None = None
) -> Blueprint:
    """Build the blueprint; `/piwik.js` and `/matomo.js` serve `tracker_file`.

    `/piwik.php` and `/matomo.php` keep hits in `store` and answer as Matomo does. A PUT of
    {site, goals} to `/api/goals` says which goals a site has. Below `/real` all is the same, but
    that `real_file` is served, if there is one.
    """
    collector = Blueprint("collector", __name__)
    matomo = SmallMatomo(store)

    def track() -> Response:
        return _readable_from_anywhere(_keep(matomo))

    def script(file: Path) -> Response:
        return send_file(file.resolve(), mimetype="text/javascript", max_age=0)

    for base, file in {"": tracker_file, **({REAL: real_file} if real_file else {})}.items():
        for name in (f"{base}/piwik", f"{base}/matomo"):
            collector.add_url_rule(f"{name}.php", view_func=track, methods=METHODS)
            collector.add_url_rule(f"{name}.js", name, partial(script, file))

    @collector.put("/api/goals")
    def goals() -> Response:
        said = told(site=str, goals=list)
        matomo.set_goals(said["site"], [goal for goal in said["goals"] if isinstance(goal, int)])
        return Response(status=204)

    return collector


def _keep(matomo: SmallMatomo) -> Response:
    if request.method == "OPTIONS":
        return Response(status=204)
    came = arrival(
        request.query_string.decode("utf-8", "replace"),
        request.get_data().decode("utf-8", "replace"),
    )
    statuses = [
        matomo.take(request.method, request.path, came.carrier, parameters)
        for parameters in came.requests
    ]
    if came.carrier == "bulk":
        return _bulk_answer(statuses)
    return _answer(came, statuses)


def _answer(came: Arrival, statuses: list[int]) -> Response:
    if not came.requests:
        return Response(EMPTY, 200 if request.method == "GET" else 400, mimetype="text/plain")
    if statuses[0] != 200:
        return Response(status=statuses[0])
    return Response(PIXEL, 200, {"Cache-Control": "no-store"}, mimetype="image/gif")


def _bulk_answer(statuses: list[int]) -> Response:
    invalid = sum(status >= 400 for status in statuses)
    return jsonify(status="success", tracked=len(statuses) - invalid, invalid=invalid)


def _readable_from_anywhere(response: Response) -> Response:
    """Pages of other origins track too, and with credentials: Matomo echoes the origin."""
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin", "*")
    response.headers["Access-Control-Allow-Credentials"] = "true"
    response.headers["Access-Control-Allow-Headers"] = "Content-Type"
    return response
