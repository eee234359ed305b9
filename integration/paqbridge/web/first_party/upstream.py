"""The way to Matomo: requests and failures of httpx.

Its transport is used without its client, so there is no cookie jar, no redirect is followed, and
neither a proxy nor a password of the environment is taken. What fails is not tried again: of a hit
that may have arrived a second one would be counted.
"""

from __future__ import annotations

import ssl

from paqbridge.web.first_party import limits
from paqbridge.web.first_party.exchange import Answer, Onward, said
from paqbridge.web.first_party.plan import Plan

try:
    import httpx
except ImportError as error:
    raise ImportError("The first-party apps need httpx: pip install 'paqbridge[proxy]'") from error

TIMEOUT = httpx.Timeout(
    limits.ANSWER_SECONDS, connect=limits.CONNECT_SECONDS, pool=limits.CONNECT_SECONDS
).as_dict()
LIMITS = httpx.Limits(
    max_connections=limits.CONNECTIONS,
    max_keepalive_connections=limits.CONNECTIONS,
    keepalive_expiry=limits.KEEP_SECONDS,
)


class TooLong(Exception):
    """Matomo's answer is longer than any that it gives."""


FAILURES = (httpx.HTTPError, TimeoutError, TooLong)
"""What may go wrong on the way."""


def async_transport() -> httpx.AsyncHTTPTransport:
    """Return the connections of an ASGI app; certificates are checked by the system's list."""
    return httpx.AsyncHTTPTransport(verify=ssl.create_default_context(), limits=LIMITS)


def transport() -> httpx.HTTPTransport:
    """Return the connections of a WSGI app."""
    return httpx.HTTPTransport(verify=ssl.create_default_context(), limits=LIMITS)


def request_of(plan: Plan, onward: Onward) -> httpx.Request:
    """Return the request for httpx; its target leaves to the byte, not as httpx would write it."""
    return httpx.Request(
        onward.method,
        f"{plan.address}/",
        headers=onward.headers,
        content=onward.body if onward.method == "POST" else None,
        extensions={"target": onward.target, "timeout": TIMEOUT},
    )


def failed(error: Exception) -> Answer:
    """Return what the browser gets where Matomo cannot be asked."""
    if isinstance(error, httpx.LocalProtocolError):
        return said(400, "a header has signs that none may have")
    if isinstance(error, httpx.PoolTimeout):
        return said(503, "too many requests wait for Matomo")
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return said(504, "Matomo does not answer")
    return said(502, "Matomo cannot be reached")
