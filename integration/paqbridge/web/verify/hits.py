"""Hits as they leave a page: which requests are some, what they say, and how to make them count
nothing."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from paqbridge.web.verify.facts import Fetch, Hit

ENDPOINT = re.compile(r"/(?:piwik|matomo)\.php$")

KEPT = ("idsite", "rec", "apiv", "r", "_id", "send_image")
"""What of a hit goes with the heartbeat that stands in for it."""

KINDS = (
    ("ping", "heartbeat"),
    ("e_a", "event"),
    ("idgoal", "goal or order"),
    ("search", "search"),
    ("link", "link"),
    ("download", "download"),
    ("c_n", "content"),
    ("action_name", "page view"),
)
"""A parameter that tells the kind of a hit, in this order (Matomo's tracking HTTP API)."""


def parameters(url: str, body: str | None) -> dict[str, str] | None:
    """Return the parameters of a request to Matomo, None for any other request.

    A renamed endpoint is known by what it is told. Of several in one body the first counts.
    """
    parts = urlsplit(url)
    said = {**dict(parse_qsl(parts.query, keep_blank_values=True))}
    if body and "idsite=" in body:
        first = re.search(r"[^\"?\[{]*idsite=[^\"]*", body)
        said.update(parse_qsl(first[0] if first else "", keep_blank_values=True))
    is_hit = "idsite" in said and "rec" in said
    return said if is_hit or ENDPOINT.search(parts.path) else None


def as_heartbeat(url: str, said: dict[str, str]) -> str:
    """Return the URL of a request that Matomo answers as it would the hit, and does not count.

    A heartbeat (``ping=1``) makes no visit and no action, and a site that there is not is refused.
    """
    kept = {name: said[name] for name in KEPT if name in said}
    return f"{url.split('?')[0]}?{urlencode({**kept, 'ping': '1'})}"


def hit_of(fetch: Fetch, said: dict[str, str]) -> Hit:
    """Return what a request tells Matomo."""
    kind = next((kind for name, kind in KINDS if name in said), "hit")
    name = said.get("e_a") or said.get("action_name") or ""
    endpoint = fetch.url.split("?")[0]
    return Hit(endpoint, said.get("idsite", ""), kind, name, said.get("url", ""), fetch)
