"""What a proxy refuses: it is none for anybody else."""

from __future__ import annotations

import pytest

from tests.first_party.conftest import VISITOR, Proxied
from tests.first_party.recording_matomo import RecordingMatomo
from tests.first_party.wire import asked, connected, send

OTHERS = (
    "/ /m /m/ /m/c/ /m/c/x /m/cc /m/c.php /m/s.js/ /m/sXjs /matomo.php /matomo.js /index.php "
    "/m/c/../../index.php /m/c%2f..%2findex.php /m/..%2f..%2fconfig /m/c;x /m/c%00 //m/c.php"
).split()
ABSOLUTE = ["http://elsewhere.example/", "http://127.0.0.1:{port}/matomo.php"]
METHODS = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]


def refused(status: int) -> bool:
    """Tell whether a status says no."""
    return 400 <= status < 500


@pytest.mark.parametrize("target", OTHERS)
def test_other_paths(proxied: Proxied, target: str) -> None:
    """Nothing of Matomo's but its two files can be reached."""
    assert refused(proxied.send(target).status)
    assert proxied.matomo.received == []


@pytest.mark.parametrize("method", METHODS)
def test_other_methods(proxied: Proxied, method: str) -> None:
    """A hit comes by GET, HEAD or POST; the script by GET or HEAD."""
    assert refused(proxied.send("/m/c", method).status)
    assert refused(proxied.send("/m/s.js", method).status)
    assert refused(proxied.send("/m/s.js", "POST", b"x").status)
    assert proxied.matomo.received == []


@pytest.mark.parametrize("target", ABSOLUTE)
def test_other_hosts_in_the_address(proxied: Proxied, target: str) -> None:
    """Who asks for an address of another host, as of an open proxy, gets nothing from there."""
    said = proxied.send(target.format(port=proxied.matomo.port))
    assert refused(said.status)
    assert proxied.matomo.received == []


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "shop.example.evil.example", "xshop.example"]
)
def test_other_hosts(proxied: Proxied, host: str) -> None:
    """A plan that names its hosts serves no others."""
    assert refused(proxied.send("/m/c", host=host).status)
    assert refused(proxied.send("/m/s.js", host=host).status)
    assert proxied.matomo.received == []


def test_a_host_that_is_an_address(proxied: Proxied) -> None:
    """A host of the site may be an address, which has brackets in `Host` where it is a long one."""
    assert proxied.send("/m/c", host="[2001:db8::7]:8080").status == 200
    assert refused(proxied.send("/m/c", host="[2001:db8::8]").status)


def test_own_host_with_a_port(proxied: Proxied) -> None:
    """A host is the same with a port, and in capital letters."""
    assert proxied.send("/m/c", host="SHOP.example:8080").status == 200


def test_connect(proxied: Proxied) -> None:
    """No tunnel is opened."""
    target = f"127.0.0.1:{proxied.matomo.port}"
    assert refused(send(proxied.port, asked(target, "CONNECT"), VISITOR).status)
    assert proxied.matomo.received == []


def test_long_bodies(proxied: Proxied) -> None:
    """A body above the bound is refused, and nothing of it arrives; not all have a status of it."""
    said = proxied.send("/m/c", "POST", b"x" * (1024 * 1024 + 1))
    assert said.status in (413, {"caddy": 502, "apache": 403}.get(proxied.kind))
    assert proxied.matomo.received == []


@pytest.mark.parametrize("length", ["-5", "+5", "1_0", "0x5", "5 5", "\xb2"])
def test_odd_lengths(proxied: Proxied, length: str) -> None:
    """A length that is no plain number is none: what comes behind it would be another request."""
    request = asked("/m/c", "POST", Content_Length=length).decode().encode("latin-1")
    assert refused(send(proxied.port, request + b"abcdeabcde", VISITOR).status)
    assert proxied.matomo.received == []


def test_signs_that_no_header_has(proxied: Proxied) -> None:
    """A header that cannot be passed on is the browser's fault, not Matomo's."""
    said = proxied.send("/m/c?x=1", User_Agent="a\0b")
    assert said.status == 400
    assert proxied.matomo.received == []


def test_half_a_body(proxied: Proxied, matomo: RecordingMatomo) -> None:
    """A browser that leaves within a body has sent no hit."""
    whole = asked("/m/c", "POST", b"idsite=1&rec=1")
    with connected(proxied.port) as connection:
        connection.sendall(whole[:-5])
    proxied.send("/m/c?after=1")
    assert [one.target for one in matomo.received] == ["/matomo.php?after=1"]


def test_long_bodies_in_chunks(proxied: Proxied) -> None:
    """A body without a length is bounded like any other."""
    part = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    said = proxied.send_raw("/m/c", part * 17 + b"0\r\n\r\n", Transfer_Encoding="chunked")
    assert 400 <= said.status < 600
    assert proxied.matomo.received == []
