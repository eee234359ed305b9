"""Tracking HTTP API requests taken apart: where the parameters are and what they say."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl


@dataclass(frozen=True)
class Arrival:
    """What one HTTP request carried: its tracking requests, and where they were."""

    carrier: str
    requests: list[dict[str, str]]


def parameters_of(query: str) -> dict[str, str]:
    """Decode a query string, with or without ?; the last of equal names wins, as in PHP."""
    return dict(parse_qsl(query.lstrip("?"), keep_blank_values=True))


def arrival(query: str, body: str) -> Arrival:
    """Tell the tracking requests of one HTTP request: in the URL, in the body, or a JSON bulk."""
    bulk = bulk_requests(body)
    if bulk is not None:
        return Arrival("bulk", bulk)
    from_url, from_body = parameters_of(query), parameters_of(body)
    together = {**from_body, **from_url}  # Matomo adds $_POST to $_GET: what the URL says stays
    return Arrival("body" if from_body else "url", [together] if together else [])


def bulk_requests(body: str) -> list[dict[str, str]] | None:
    """The requests of a JSON bulk body `{"requests": [...]}`; None where the body is no bulk."""
    if not body.lstrip().startswith("{"):
        return None
    try:
        document = json.loads(body)
    except ValueError:
        return None
    requests = document.get("requests")
    return [_one_of_bulk(request) for request in requests] if isinstance(requests, list) else None


def _one_of_bulk(request: Any) -> dict[str, str]:
    if isinstance(request, str):
        return parameters_of(request)
    if isinstance(request, dict):
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in request.items()
        }
    return {}
