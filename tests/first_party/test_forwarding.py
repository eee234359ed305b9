"""What passes through a proxy, and what stays: the same for each kind."""

from __future__ import annotations

import pytest

from tests.first_party.conftest import VISITOR, Proxied
from tests.first_party.recording_matomo import ETAG, GIF, LOUD, SCRIPT

HIT = "/m/c?idsite=1&rec=1&action_name=Caf%C3%A9%20%26+x&url=http%3A%2F%2Fshop.example%2F&e_n="
CLAIMS = {
    "Cookie": "session=secret",
    "Authorization": "Bearer secret",
    "Proxy_Authorization": "Basic secret",
    "X_Forwarded_For": "6.6.6.6, 7.7.7.7",
    "Forwarded": "for=6.6.6.6",
    "X_Real_IP": "6.6.6.6",
    "X_Forwarded_Host": "elsewhere.example",
    "X_Auth_Request_User": "ann",
    "X_CSRFToken": "secret",
}
TOLD = {
    "User_Agent": "Mozilla/5.0 (X11)",
    "Accept_Language": "de-DE,de;q=0.9",
    "DNT": "1",
    "Sec_CH_UA_Platform": '"Linux"',
    "Referer": "http://shop.example/page",
}
QUIET = [line.partition(":")[0].lower() for line in LOUD.splitlines()]
BODIES = {
    "beacon": (
        "application/x-www-form-urlencoded; charset=UTF-8",
        b"idsite=1&rec=1&e_a=%F0%9F%8E%89",
    ),
    "text": (
        "text/plain;charset=UTF-8",
        b'{"requests":["?idsite=1&rec=1","?idsite=1&rec=1&e_a=b"]}',
    ),
    "json": ("application/json", b'{"requests":[' + b'"?idsite=1&rec=1",' * 30_000 + b'"?"]}'),
    "none": ("text/plain;charset=UTF-8", b""),
}


def test_hit(proxied: Proxied) -> None:
    """A hit arrives to the byte at Matomo's endpoint, and its answer in the browser."""
    said = proxied.send(HIT, **TOLD)
    assert (said.status, said.body, said.headers["content-type"]) == (200, GIF, "image/gif")
    assert proxied.arrived.method == "GET"
    assert proxied.arrived.target == HIT.replace("/m/c", "/matomo.php")
    assert proxied.arrived.values("host") == [f"127.0.0.1:{proxied.matomo.port}"]


def test_what_matomo_reads(proxied: Proxied) -> None:
    """Browser, language, Do Not Track and page arrive as the browser said them."""
    proxied.send(HIT, **TOLD)
    for name, value in TOLD.items():
        assert proxied.arrived.values(name.lower().replace("_", "-")) == [value]


def test_the_visitors_address(proxied: Proxied) -> None:
    """The address is that of the connection, whatever the browser claims, and no other is told."""
    proxied.send(HIT, **CLAIMS)
    assert proxied.arrived.values("x-forwarded-for") == [VISITOR]
    assert not [pair for pair in proxied.arrived.headers if "6.6.6.6" in pair[1]]


@pytest.mark.parametrize("name", ["X-Forwarded-For", "x-forwarded-for, close", "close, Host"])
def test_no_connection_header_takes_the_address_away(proxied: Proxied, name: str) -> None:
    """A browser cannot name the address as one of the headers that end at the next server."""
    proxied.send(HIT, Connection=name if "close" in name else f"close, {name}")
    assert proxied.arrived.values("x-forwarded-for") == [VISITOR]


def test_secrets_stay(proxied: Proxied) -> None:
    """Cookies, passwords and tokens of the site never reach Matomo, with hits or the script.

    What else a gateway says of its users Apache cannot be told to leave out: it knows no list of
    what may pass.
    """
    for target in (HIT, "/m/s.js"):
        proxied.send(target, **CLAIMS)
        assert "secret" not in str(proxied.arrived)
        assert "elsewhere" not in str(proxied.arrived)
        users = proxied.arrived.values("x-auth-request-user")
        assert users == (["ann"] if proxied.kind == "apache" else [])


@pytest.mark.parametrize("name", BODIES)
def test_bodies(proxied: Proxied, name: str) -> None:
    """What a beacon or a bulk carries arrives to the byte, under its own type."""
    kind, body = BODIES[name]
    assert proxied.send("/m/c?x=1", "POST", body, Content_Type=kind).status == 200
    assert (proxied.arrived.method, proxied.arrived.body) == ("POST", body)
    assert proxied.arrived.target == "/matomo.php?x=1"
    assert proxied.arrived.values("content-type") == [kind]


def test_body_in_chunks(proxied: Proxied) -> None:
    """A body without a length arrives whole; Apache, which would not bound it, refuses it."""
    chunks = b"8\r\nidsite=1\r\n6\r\n&rec=1\r\n0\r\n\r\n"
    said = proxied.send_raw("/m/c", chunks, Transfer_Encoding="chunked")
    if proxied.kind == "apache":
        assert (said.status, proxied.matomo.received) == (403, [])
    else:
        assert proxied.arrived.body == b"idsite=1&rec=1"


def test_head(proxied: Proxied) -> None:
    """HEAD is answered without a body, for both names."""
    for target in (HIT, "/m/s.js"):
        said = proxied.send(target, "HEAD")
        assert (said.status, said.body, proxied.arrived.method) == (200, b"", "HEAD")


@pytest.mark.parametrize("status", ["204 No Response", "400 Bad Request", "500 Broken"])
def test_status(proxied: Proxied, status: str) -> None:
    """What Matomo says of a hit the browser hears."""
    proxied.matomo.status = status
    assert proxied.send(HIT).status == int(status[:3])


def test_script(proxied: Proxied) -> None:
    """The script comes with its validator, and Matomo hears nothing of who wants it."""
    said = proxied.send("/m/s.js", **TOLD)
    assert (said.status, said.body, said.headers["etag"]) == (200, SCRIPT, ETAG)
    assert "javascript" in said.headers["content-type"]
    assert proxied.arrived.target.rstrip("?") == "/matomo.js"
    assert proxied.arrived.values("x-forwarded-for") == []


def test_script_is_not_sent_twice(proxied: Proxied) -> None:
    """Whoever has the script is told that it is still good."""
    said = proxied.send("/m/s.js", If_None_Match=ETAG)
    assert (said.status, said.body, said.headers["etag"]) == (304, b"", ETAG)
    assert said.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("target", [HIT, "/m/s.js"])
def test_matomo_does_not_speak_for_the_site(proxied: Proxied, target: str) -> None:
    """No cookie, policy or redirect of Matomo's counts for the site's host."""
    said = proxied.send(target)
    assert said.status == 200
    heard = set(said.headers) & {*QUIET, "location"}
    assert heard <= {"content-security-policy"}
    assert said.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert said.headers["x-content-type-options"] == "nosniff"


def test_a_status_that_there_is_not(proxied: Proxied) -> None:
    """The browser is answered whatever Matomo's server says."""
    proxied.matomo.status = "999 Odd"
    assert proxied.send(HIT).status == (502 if proxied.kind in ("asgi", "wsgi") else 999)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"])
def test_redirects_end_here(proxied: Proxied, status: str) -> None:
    """No redirect is followed, and the browser hears of no place; of Apache it hears the status."""
    proxied.matomo.status = status
    said = proxied.send(HIT)
    assert said.status == (int(status[:3]) if proxied.kind == "apache" else 502)
    assert "location" not in said.headers
    assert len(proxied.matomo.received) == 1
