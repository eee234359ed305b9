"""Who may ask the demo: it has no login, and hits tell of people.

A page of somebody else's can make a browser ask this machine. It may not read: a name that leads
here only since a moment ago (DNS rebinding) is no name of ours. And it may not change anything.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from flask import Flask, Response, request

LOOPBACK = ("127.0.0.1", "localhost", "::1")
HARMLESS = ("GET", "HEAD", "OPTIONS")
TRACKING = ("/piwik.php", "/matomo.php", "/real/piwik.php", "/real/matomo.php")
"""Where pages of any origin send their hits to, as they do to every Matomo."""

UNKNOWN_HOST = "This demo answers to 127.0.0.1, localhost and [::1] only; see --host.\n"
ELSEWHERE = "A page of another origin may not change anything here.\n"


def guard(app: Flask, host: str = LOOPBACK[0]) -> None:
    """Refuse requests for hosts that are not ours, and writes of other origins.

    `host` is where the demo was told to listen: one that is no loopback name counts, and then every
    address in digits does, since no name server can have given that out.
    """

    @app.before_request
    def check() -> Response | None:
        if not _is_ours(request.host, host):
            return Response(UNKNOWN_HOST, 421, mimetype="text/plain")
        if request.method not in HARMLESS and request.path not in TRACKING and _is_foreign():
            return Response(ELSEWHERE, 403, mimetype="text/plain")
        return None


def _is_ours(asked: str, host: str) -> bool:
    """Tell whether a Host header names this server."""
    try:
        parts = urlsplit(f"//{asked}")
        name, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.netloc != asked or "@" in asked:
        return False
    return name in LOOPBACK or (
        host not in LOOPBACK and (name == host.lower() or _is_address(name))
    )


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_foreign() -> bool:
    """Tell whether a browser says that a page of another origin asks; curl says nothing."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    own = f"{request.scheme}://{request.host}"
    return site not in (None, "same-origin", "none") or origin not in (None, own)
