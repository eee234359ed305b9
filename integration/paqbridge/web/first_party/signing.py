"""Hits that tell the visitor's address by ``cip`` and a token: for a Matomo that trusts no header.

A token lets a hit say more than an address: another time, another country, whose visitor it is.
So what a browser says of these is left out, and a hit is written anew of names that PHP reads as
they are written: of ``cip``, ``cip[]``, ``+cip`` and ``c.ip`` none is left but ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from paqbridge.web.first_party.exchange import Onward, Signer
from paqbridge.web.first_party.headers import visitor_address
from paqbridge.web.first_party.plan import BadPlan

NEEDS_TOKEN = frozenset("cip cdt country region city lat long token_auth force_api_session".split())
"""Matomo's Tracking HTTP API: what it takes from nobody without a token. ``cdo`` is one where it is
older than a day."""

NAME = re.compile(r"\w+", re.ASCII)
WITHIN_A_DAY = re.compile(r"-?[0-9]{1,5}", re.ASCII)
DAY = 86_400
MOST_NAMES = 900
"""PHP reads 1,000 of one request, and drops what comes behind."""

MOST_REQUESTS = 1_000
FORM = b"application/x-www-form-urlencoded"
MARKS = (b'"requests"', b"'requests'")
"""By these Matomo takes a body for a bulk, whatever its type."""


def signer(environment: Mapping[str, str], name: str) -> Signer:
    """Return what signs hits with the token of an environment's variable; BadPlan without one."""
    token = environment.get(name, "")
    if not re.fullmatch(r"[A-Za-z0-9]{16,128}", token):
        raise BadPlan(f"the environment's {name} is no token of Matomo: letters and digits")

    def sign(onward: Onward, address: str) -> Onward:
        visitor = visitor_address(address).decode()
        return signed(onward, {"cip": visitor} if visitor else {}, token)

    return sign


def signed(onward: Onward, visitor: dict[str, str], token: str) -> Onward:
    """Return a hit as a POST whose body has all of it, so that no log keeps the token.

    ValueError for a body that is neither a form nor a bulk; the script stays as it is.
    """
    path, _, query = onward.target.partition(b"?")
    kind = dict(onward.headers).get(b"content-type", b"").partition(b";")[0].strip().lower()
    if any(mark in onward.body for mark in MARKS):
        body = bulk(onward.body, visitor, token)
        return posted(onward, path, b"application/json", body)
    if onward.body and kind != FORM:
        raise ValueError("the body is neither a form nor a bulk")
    said = {**allowed(onward.body.decode("latin-1")), **allowed(query.decode("latin-1"))}
    whole = {**said, **visitor, "token_auth": token}
    return posted(onward, path, FORM, urlencode(whole, encoding="latin-1").encode())


def posted(onward: Onward, path: bytes, kind: bytes, body: bytes) -> Onward:
    """Return a POST with the headers of a hit."""
    kept = [pair for pair in onward.headers if pair[0] != b"content-type"]
    return Onward("POST", path, [*kept, (b"content-type", kind)], body)


def bulk(body: bytes, visitor: dict[str, str], token: str) -> bytes:
    """Return a bulk with the visitor's address in each of its requests, and the token in it."""
    try:
        document = json.loads(body)
    except RecursionError:
        raise ValueError("the body is nested too deeply") from None
    requests = document.get("requests") if isinstance(document, dict) else None
    if not isinstance(requests, list) or len(requests) > MOST_REQUESTS:
        raise ValueError("the body is no bulk of up to 1,000 requests")
    texts = [one.partition("?")[2] or one for one in requests if isinstance(one, str)]
    if len(texts) < len(requests):
        raise ValueError("a request of the bulk is no text")
    written = ["?" + urlencode({**allowed(one, "utf-8"), **visitor}) for one in texts]
    return json.dumps({"requests": written, "token_auth": token}).encode()


def allowed(query: str, encoding: str = "latin-1") -> dict[str, str]:
    """Return what a browser may say; ValueError for more names than PHP reads."""
    pairs = parse_qsl(query, keep_blank_values=True, encoding=encoding, max_num_fields=MOST_NAMES)
    return {name: value for name, value in pairs if may_be_said(name, value)}


def may_be_said(name: str, value: str) -> bool:
    """Tell whether Matomo would take this from a browser without a token."""
    if name == "cdo":
        return WITHIN_A_DAY.fullmatch(value) is not None and abs(int(value)) < DAY
    return NAME.fullmatch(name) is not None and name not in NEEDS_TOKEN
