"""What becomes of one request, whatever server it came in at: refused, or one request to Matomo.

Pure: nothing here reads or sends.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from paqbridge.web.first_party import limits
from paqbridge.web.first_party.headers import (
    FORWARDED_FOR,
    OF_ANSWER,
    OF_HIT,
    OF_SCRIPT,
    OURS,
    Pairs,
    kept,
    visitor_address,
)
from paqbridge.web.first_party.plan import Plan

SCRIPT_METHODS = ("GET", "HEAD")
HIT_METHODS = ("GET", "HEAD", "POST")
REDIRECTS = (301, 302, 303, 307, 308)
BODILESS = (204, 304)
NO_QUERY = re.compile(rb"[^\x21-\x7e]")


@dataclass(frozen=True)
class Asked:
    """A request as a server received it, without its body; ``address`` is its connection's."""

    method: str
    host: str
    path: str
    query: bytes
    headers: Pairs
    address: str


@dataclass(frozen=True)
class Onward:
    """A request for Matomo; ``target`` is its path and query, to the byte."""

    method: str
    target: bytes
    headers: Pairs
    body: bytes


@dataclass(frozen=True)
class Answer:
    """What the visitor's browser gets."""

    status: int
    headers: Pairs
    body: bytes


Signer = Callable[[Onward, str], Onward]
"""Adds what Matomo must know of a visitor of this address; ValueError for what it cannot read."""


def is_ours(plan: Plan, asked: Asked) -> bool:
    """Tell whether a request is for one of the two names, on a host of the site."""
    named = asked.path in (plan.script, plan.endpoint)
    return named and (not plan.hosts or host_name(asked.host) in plan.hosts)


def host_name(host: str) -> str:
    """Return the name in a ``Host`` header, without its port."""
    bare = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
    return bare.lower().removesuffix(".")


def refusal(plan: Plan, asked: Asked, length: int = 0) -> Answer | None:
    """Say why a request for one of the names is not forwarded; ``length`` is that of its body."""
    methods = SCRIPT_METHODS if asked.path == plan.script else HIT_METHODS
    if asked.method not in methods:
        return said(405, "method not allowed", [(b"allow", ", ".join(methods).encode())])
    if len(asked.query) > limits.QUERY:
        return said(414, "query too long")
    if length > limits.BODY:
        return said(413, "body too long")
    if NO_QUERY.search(asked.query):
        return said(400, "the query has signs that are not escaped")
    return None


def onward(plan: Plan, asked: Asked, body: bytes, sign: Signer | None = None) -> Onward:
    """Return what Matomo is asked, with the headers that pass and the visitor's address.

    Whoever wants the script tells Matomo nothing of themselves but what browser they have.
    ValueError for a hit that ``sign`` cannot read.
    """
    query = b"?" + asked.query if asked.query else b""
    if asked.path == plan.script:
        headers = kept(asked.headers, OF_SCRIPT)
        return Onward(asked.method, plan.matomo_script.encode() + query, headers, b"")
    headers = kept(asked.headers, OF_HIT)
    address = visitor_address(asked.address)
    if address:
        headers.append((FORWARDED_FOR.lower().encode(), address))
    sent = body if asked.method == "POST" else b""
    hit = Onward(asked.method, plan.matomo_endpoint.encode() + query, headers, sent)
    return sign(hit, asked.address) if sign else hit


def answer(method: str, status: int, headers: Pairs, body: bytes) -> Answer:
    """Return Matomo's answer as the browser gets it; a redirect would lead away from the site.

    A status that there is not is none either: servers would break off where they are to send it.
    """
    if status in REDIRECTS or not 200 <= status < 600:
        return said(502, f"Matomo answered with {status}")
    passed = [*kept(headers, OF_ANSWER), *OURS]
    if method == "HEAD":
        return Answer(status, passed + kept(headers, frozenset({b"content-length"})), b"")
    if status not in BODILESS:
        passed.append((b"content-length", str(len(body)).encode()))
    return Answer(status, passed, body)


def said(status: int, why: str, headers: Pairs | None = None) -> Answer:
    """Return an answer of our own, which no cache keeps."""
    body = f"{why}\n".encode()
    about = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    length = (b"content-length", str(len(body)).encode())
    return Answer(status, [*about, length, *OURS, *(headers or [])], body)
