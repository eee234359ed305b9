"""What arrived, for the page: hits so far, hits as they come, a request explained."""

from __future__ import annotations

import json
from collections.abc import Iterator

from flask import Blueprint, Response, jsonify, request

from demo.explain import explain, explain_hit
from demo.matomo_double.hits import Hit, HitStore
from demo.matomo_double.told import told
from demo.matomo_double.wire import arrival

HEARTBEAT_SECONDS = 15.0
DIGITS = 16
"""What JavaScript counts up to, which the database can compare."""


def create_hits_api(store: HitStore) -> Blueprint:
    """Build the blueprint: `/api/hits` (GET with `since`, DELETE), `/api/feed`, `/api/explain`."""
    api = Blueprint("hits_api", __name__, url_prefix="/api")

    @api.get("/hits")
    def hits() -> Response:
        return jsonify(hits=[explain_hit(hit) for hit in store.since(_since(0))], last=store.last())

    @api.delete("/hits")
    def clear() -> Response:
        store.clear()
        return Response(status=204)

    @api.get("/feed")
    def feed() -> Response:
        return Response(stream(store, _since(store.last())), mimetype="text/event-stream")

    @api.post("/explain")
    def explained() -> Response:
        """Explain a request that went to another server: the body is {url, body} as it was sent."""
        sent = told(url=str)
        body = sent.get("body", "")
        came = arrival(sent["url"].partition("?")[2], body if isinstance(body, str) else "")
        return jsonify(
            carrier=came.carrier,
            requests=[{"parameters": one, **explain(one)} for one in came.requests],
        )

    return api


def stream(store: HitStore, since: int) -> Iterator[str]:
    """Server-Sent Events, one a hit; a comment now and then shows that the line is open."""
    yield "retry: 1000\n\n"
    while not store.closed:
        hits = store.wait(since, HEARTBEAT_SECONDS)
        yield "".join(map(_event, hits)) or ": still here\n\n"
        since = hits[-1].id if hits else since


def _event(hit: Hit) -> str:
    return f"id: {hit.id}\ndata: {json.dumps(explain_hit(hit))}\n\n"


def _since(otherwise: int) -> int:
    """Where to go on: what a reconnecting browser saw last, else the query's `since`."""
    text = request.headers.get("Last-Event-ID") or request.args.get("since", "")
    return int(text) if text.isdecimal() and len(text) <= DIGITS else otherwise
