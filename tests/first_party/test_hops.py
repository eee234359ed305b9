"""What ends at a proxy: names that PHP reads in two ways, and what is for the next server alone."""

from __future__ import annotations

import pytest

from tests.first_party.conftest import VISITOR, Proxied
from tests.first_party.wire import asked, send

UNDERSCORED = ["X_Forwarded_For", "X-Forwarded_For", "X_Forwarded-For", "x_forwarded_for"]


def with_lines(target: str, *lines: str) -> bytes:
    """Return a request with header lines as they stand here."""
    return asked(target).replace(
        b"\r\n\r\n", "".join(f"\r\n{one}" for one in lines).encode() + b"\r\n\r\n"
    )


@pytest.mark.parametrize("name", UNDERSCORED)
def test_names_with_underscores(proxied: Proxied, name: str) -> None:
    """To PHP they are the visitor's address, too: none but the real one arrives."""
    proxied.matomo.received.clear()
    send(proxied.port, with_lines("/m/c?x=1", f"{name}: 6.6.6.6"), VISITOR)
    said = [one for one in proxied.arrived.headers if one[0].replace("_", "-") == "x-forwarded-for"]
    assert said == [("x-forwarded-for", VISITOR)]


@pytest.mark.parametrize("name", ["Client-IP", "X-Cluster-Client-IP", "Fastly-Client-IP"])
def test_other_names_of_an_address(proxied: Proxied, name: str) -> None:
    """Whatever header a Matomo trusts, a browser does not write it."""
    proxied.matomo.received.clear()
    send(proxied.port, with_lines("/m/c?x=1", f"{name}: 6.6.6.6"), VISITOR)
    assert "6.6.6.6" not in str(proxied.arrived)


@pytest.mark.parametrize("target", ["/m/c?x=1", "/m/s.js"])
def test_no_upgrade(proxied: Proxied, target: str) -> None:
    """A connection that Matomo's server upgrades would lead the browser to all of its paths."""
    lines = ["Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"]
    request = with_lines(target, *lines)
    proxied.matomo.received.clear()
    connection = b"Connection: Upgrade, HTTP2-Settings, close"
    send(proxied.port, request.replace(b"Connection: close", connection), VISITOR)
    assert proxied.arrived.values("upgrade") == proxied.arrived.values("http2-settings") == []


def test_who_asks_before_a_body(proxied: Proxied) -> None:
    """`Expect: 100-continue` is answered here: Matomo may be one that says nothing to it."""
    body = b"idsite=1&rec=1"
    said = proxied.send("/m/c", "POST", body, Expect="100-continue")
    assert said.status in (100, 200)
    assert proxied.arrived.body == body
    assert proxied.arrived.values("expect") == []
