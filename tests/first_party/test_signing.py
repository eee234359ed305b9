"""Hits that are signed with a token: what a browser claims must not be signed with them."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl

import pytest

from paqbridge.web.first_party import BadPlan, asgi_app, create_plan
from paqbridge.web.first_party.exchange import Asked, Onward, onward
from paqbridge.web.first_party.headers import Pairs
from paqbridge.web.first_party.signing import signer

TOKEN = "0123456789abcdef0123456789abcdef"
PLAN = create_plan("https://matomo.example.org")
VISITOR = "192.0.2.7"
FORM = "application/x-www-form-urlencoded; charset=UTF-8"
CLAIMS = (
    "cip=6.6.6.6 cip[]=6.6.6.6 +cip=6.6.6.6 %20cip=6.6.6.6 c%69p=6.6.6.6 cip%00=6.6.6.6 "
    "token_auth=x token.auth=x token+auth=x token[auth=x country=de region=x city=x lat=1 long=1 "
    "cdt=1500000000 cdo=86400 cdo=-90000 cdo=x cdo=²"
).split()


def sent(query: str = "", body: bytes = b"", kind: str = FORM, method: str = "POST") -> Onward:
    """Return what leaves for a request."""
    headers: Pairs = [(b"content-type", kind.encode()), (b"user-agent", b"Mozilla/5.0")]
    asked = Asked(method, "shop.example", PLAN.endpoint, query.encode(), headers, VISITOR)
    return onward(PLAN, asked, body, signer({"MATOMO_TOKEN": TOKEN}, "MATOMO_TOKEN"))


def form(out: Onward) -> dict[str, str]:
    """Return the parameters of a form."""
    pairs = parse_qsl(out.body.decode(), keep_blank_values=True, strict_parsing=True)
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_hit(method: str) -> None:
    """A hit leaves as a POST: its token is in no address, which logs keep."""
    out = sent("idsite=1&rec=1&action_name=Caf%C3%A9%20%26+x&e_n=", method=method)
    assert (out.method, out.target) == ("POST", b"/matomo.php")
    signed = {"cip": VISITOR, "token_auth": TOKEN}
    assert form(out) == {
        **{"idsite": "1", "rec": "1", "action_name": "Café & x", "e_n": "", **signed}
    }
    assert (b"user-agent", b"Mozilla/5.0") in out.headers


def test_beacon() -> None:
    """What stands in the address counts before what stands in the body, as in PHP."""
    out = sent("idsite=1&e_a=url", b"idsite=2&e_a=body&e_c=%F0%9F%8E%89&bad=%FF")
    said = form(out)
    assert (said["idsite"], said["e_a"], said["e_c"]) == ("1", "url", "🎉")
    assert b"bad=%FF" in out.body


@pytest.mark.parametrize("claim", CLAIMS)
def test_claims(claim: str) -> None:
    """What needs a token is not signed for a browser, however its name is written."""
    request = f"idsite=1&{claim}"
    for out in (sent(request), sent("", request.encode())):
        assert form(out) == {"idsite": "1", "cip": VISITOR, "token_auth": TOKEN}
    document = json.dumps({"requests": [f"?{request}"], "token_auth": "x"}).encode()
    bulk = json.loads(sent("", document).body)
    assert bulk == {"requests": [f"?idsite=1&cip={VISITOR}"], "token_auth": TOKEN}


def test_time_of_day() -> None:
    """The seconds since a call, which Matomo takes from anybody, stay."""
    assert form(sent("cdo=1800"))["cdo"] == "1800"


@pytest.mark.parametrize("kind", [FORM, "application/json", "text/plain"])
def test_bulk(kind: str) -> None:
    """Each hit of a bulk gets the address, whatever its type says; the bulk gets the token."""
    out = sent("token_auth=x", b'{"requests":["?idsite=1&e_a=%C3%A9","?idsite=1&e_a=b"]}', kind)
    bulk = json.loads(out.body)
    assert bulk["requests"] == [
        f"?idsite=1&e_a=%C3%A9&cip={VISITOR}",
        f"?idsite=1&e_a=b&cip={VISITOR}",
    ]
    assert (bulk["token_auth"], out.target) == (TOKEN, b"/matomo.php")


@pytest.mark.parametrize(
    "body",
    [
        *(
            b'{"requests":1}',
            b'{"requests":[{"cip":"6.6.6.6"}]}',
            b'{"requests":["?a"]',
            b'["requests"]',
        ),
        *(b"x{'requests':['?idsite=1&cip=6.6.6.6']}", b'{"requests":' + b"[" * 200_000),
        json.dumps({"requests": ["?a=1"] * 1001}).encode(),
        "&".join(f"a{number}=1" for number in range(1000)).encode(),
    ],
)
def test_unreadable(body: bytes) -> None:
    """What we cannot read as Matomo would is not signed."""
    with pytest.raises(ValueError, match=r"."):
        sent("", body)


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "text/plain", ""])
def test_other_bodies(kind: str) -> None:
    """A body that PHP may read in another way is not signed."""
    with pytest.raises(ValueError, match="neither a form nor a bulk"):
        sent("", b"idsite=1&cip=6.6.6.6", kind)


def test_the_script_is_not_signed() -> None:
    """The token goes with hits alone."""
    asked = Asked("GET", "shop.example", PLAN.script, b"", [], VISITOR)
    out = onward(PLAN, asked, b"", signer({"T": TOKEN}, "T"))
    assert TOKEN not in str(out)


@pytest.mark.parametrize("token", ["", "short", "a b" * 12, TOKEN + "\n", "&cip=1" * 8])
def test_no_token(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable without a token is said to be so at the start, and its value is not said again."""
    monkeypatch.setenv("MATOMO_TOKEN", token)
    with pytest.raises(BadPlan, match="MATOMO_TOKEN") as error:
        asgi_app(PLAN, token_from="MATOMO_TOKEN")
    assert not token or token not in str(error.value)


def test_no_address() -> None:
    """Where a server on a Unix socket knows no address, the browser's word is not signed either."""
    asked = Asked("GET", "shop.example", PLAN.endpoint, b"idsite=1&cip=6.6.6.6", [], "")
    out = onward(PLAN, asked, b"", signer({"T": TOKEN}, "T"))
    assert form(out) == {"idsite": "1", "token_auth": TOKEN}
