"""Which headers pass, in both directions: lists of those that may, and nothing else.

The request's are those that Matomo reads (user agent and its hints, language, page, Do Not Track)
and those that a cache asks with. A site's cookies, its ``Authorization`` and what a gateway says
of its users are not among them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv6Address, ip_address

Pairs = list[tuple[bytes, bytes]]

FORWARDED_FOR = "X-Forwarded-For"

OF_CACHES = ("Accept-Encoding", "If-None-Match", "If-Modified-Since")
SCRIPT_REQUEST = ("User-Agent", *OF_CACHES)
HIT_REQUEST = (
    *("User-Agent", "Accept-Language", "Accept-Encoding", "Content-Type", "Referer", "Origin"),
    *("DNT", "Sec-GPC", "X-Do-Not-Track", "X-Requested-With"),
    *("Sec-CH-UA", "Sec-CH-UA-Mobile", "Sec-CH-UA-Platform", "Sec-CH-UA-Platform-Version"),
    *("Sec-CH-UA-Model", "Sec-CH-UA-Full-Version-List", "Sec-CH-UA-Full-Version"),
    "Sec-CH-UA-Form-Factors",
)

ANSWER = (
    *("Content-Type", "Content-Encoding", "Cache-Control", "Expires", "ETag", "Last-Modified"),
    *("Vary", "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"),
)

TAKEN_FROM_REQUEST = (
    *("Cookie", "Authorization", "Proxy-Authorization", "Forwarded", "Via", "True-Client-IP"),
    *("X-Real-IP", "X-Client-IP", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Server"),
    *("X-Forwarded-Port", "X-Forwarded-Uri", "X-Forwarded-Scheme", "X-Original-URL"),
    *("CF-Connecting-IP", "X-CSRF-Token", "X-CSRFToken", "X-XSRF-Token"),
    *("Client-IP", "X-Cluster-Client-IP", "Fastly-Client-IP", "X-Forwarded", "Forwarded-For"),
)
"""For servers that know no list of what may pass."""

TAKEN_FROM_ANSWER = (
    *("Set-Cookie", "Clear-Site-Data", "Strict-Transport-Security", "Public-Key-Pins", "Alt-Svc"),
    *("Content-Security-Policy", "Content-Security-Policy-Report-Only", "Permissions-Policy"),
    *("Service-Worker-Allowed", "Link", "Refresh", "Location", "Report-To", "NEL"),
    *("Reporting-Endpoints", "Accept-CH", "Critical-CH", "Server-Timing", "X-Powered-By", "P3P"),
    *("X-Accel-Redirect", "X-Sendfile", "WWW-Authenticate", "Proxy-Authenticate", "Set-Cookie2"),
)
"""For servers that know no list of what may pass: what would speak for the whole site."""

ADDED = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
"""What Matomo answers is on the site's own origin now: were a page among it, it must do nothing."""


def passing(names: Iterable[str]) -> frozenset[bytes]:
    """Return names of headers as a server gives them to us."""
    return frozenset(name.lower().encode() for name in names)


OF_SCRIPT = passing(SCRIPT_REQUEST)
OF_HIT = passing(HIT_REQUEST)
OF_ANSWER = passing(ANSWER)
OURS: Pairs = [(name.lower().encode(), value.encode()) for name, value in ADDED.items()]


def kept(headers: Iterable[tuple[bytes, bytes]], names: frozenset[bytes]) -> Pairs:
    """Keep the headers of these names."""
    return [(name.lower(), value) for name, value in headers if name.lower() in names]


@lru_cache(maxsize=1024)
def visitor_address(text: str) -> bytes:
    """Return the address of a connection as Matomo reads it; empty where there is none.

    A server on a Unix socket has none, and its text is no address.
    """
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return b""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address).encode()
