"""The proxy as a WSGI app, by itself or in front of a site's own."""

from __future__ import annotations

import time
from collections.abc import Iterable
from http import HTTPStatus
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import httpx

from paqbridge.web.first_party import limits
from paqbridge.web.first_party.exchange import (
    Answer,
    Asked,
    Signer,
    answer,
    is_ours,
    onward,
    refusal,
    said,
)
from paqbridge.web.first_party.headers import HIT_REQUEST, SCRIPT_REQUEST, Pairs
from paqbridge.web.first_party.plan import Plan
from paqbridge.web.first_party.upstream import FAILURES, TooLong, failed, request_of, transport

KEYS = {
    name.lower().encode(): name.upper().replace("-", "_")
    for name in {*SCRIPT_REQUEST, *HIT_REQUEST}
}
PLAIN = ("CONTENT_TYPE",)
"""What WSGI names without ``HTTP_``."""


class WsgiProxy:
    """Answers the plan's two names; hands everything else to ``inner``, or does not find it.

    One for all threads of a process. No connection is opened before the first request, so that
    a server may make it before it forks.
    """

    def __init__(
        self, plan: Plan, inner: WSGIApplication | None = None, sign: Signer | None = None
    ):
        self._plan = plan
        self._inner = inner
        self._sign = sign
        self._transport = transport()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        asked = asked_by(environ)
        if is_ours(self._plan, asked):
            return give(self._exchange(asked, environ), start_response)
        if self._inner:
            return self._inner(environ, start_response)
        return give(said(404, "not found"), start_response)

    def close(self) -> None:
        """Close the connections to Matomo."""
        self._transport.close()

    def _exchange(self, asked: Asked, environ: WSGIEnvironment) -> Answer:
        try:
            length = length_of(environ.get("CONTENT_LENGTH") or "0")
            refused = refusal(self._plan, asked, length)
            body = b"" if refused else body_of(environ, length)
            refused = refused or refusal(self._plan, asked, len(body))
            out = onward(self._plan, asked, body, self._sign)
        except (ValueError, OSError) as error:
            return said(400, str(error))
        return refused or self._forward(asked.method, request_of(self._plan, out))

    def _forward(self, method: str, request: httpx.Request) -> Answer:
        try:
            return self._ask(method, request)
        except FAILURES as error:
            return failed(error)

    def _ask(self, method: str, request: httpx.Request) -> Answer:
        deadline = time.monotonic() + limits.ANSWER_SECONDS
        response = self._transport.handle_request(request)
        try:
            body = b""
            for part in response.iter_raw():
                body += part
                if len(body) > limits.ANSWER:
                    raise TooLong
                if time.monotonic() > deadline:
                    raise TimeoutError
        finally:
            response.close()
        return answer(method, response.status_code, response.headers.raw, body)


def asked_by(environ: WSGIEnvironment) -> Asked:
    """Read a server's environ."""
    return Asked(
        method=environ["REQUEST_METHOD"],
        host=environ.get("HTTP_HOST", ""),
        path=environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", ""),
        query=environ.get("QUERY_STRING", "").encode("latin-1"),
        headers=headers_of(environ),
        address=environ.get("REMOTE_ADDR", ""),
    )


def headers_of(environ: WSGIEnvironment) -> Pairs:
    """Return those headers that may pass."""
    places = {name: key if key in PLAIN else f"HTTP_{key}" for name, key in KEYS.items()}
    given = {name: environ.get(place, "") for name, place in places.items()}
    return [(name, value.encode("latin-1")) for name, value in given.items() if value]


def length_of(text: str) -> int:
    """Return a body's length; ValueError for what is none, of which Python reads more than HTTP."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError("the length is no number")
    return int(text)


def body_of(environ: WSGIEnvironment, length: int) -> bytes:
    """Read a body; ValueError where the browser left before it was whole.

    Without a length there is none, unless the server says that its input ends by itself.
    """
    ends = not length and environ.get("wsgi.input_terminated")
    wanted = limits.BODY + 1 if ends else length
    body: bytes = environ["wsgi.input"].read(wanted) if wanted else b""
    if len(body) < length:
        raise ValueError("the body is not whole")
    return body


def give(answer: Answer, start_response: StartResponse) -> list[bytes]:
    """Send an answer."""
    known = [one for one in HTTPStatus if one == answer.status]
    phrase = known[0].phrase if known else "Other"
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers]
    start_response(f"{answer.status} {phrase}", headers)
    return [answer.body]
