"""A proxy behind a CDN or a load balancer: whose word it takes for the visitor's address."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.first_party import servers
from tests.first_party.conftest import SERVERS, VISITOR, proxy
from tests.first_party.recording_matomo import RecordingMatomo
from tests.first_party.wire import asked, send

FAR = "203.0.113.7"
TOLD = {
    "nginx": ("server {{", " set_real_ip_from 127.0.0.0/8; real_ip_header X-Forwarded-For;"),
    # What `trusted_proxies` makes of the header, from Caddy 2.6.3 on.
    "caddy": ("bind 127.0.0.1", f"\n\tvars client_ip {FAR}"),
    "apache": ("{modules}", "\nRemoteIPHeader X-Forwarded-For\nRemoteIPInternalProxy 127.0.0.0/8"),
}
"""Server -> where its configuration is told of the CDN, and how."""


@pytest.mark.parametrize("server", SERVERS)
def test_behind_a_cdn(
    server: str, tmp_path: Path, matomo: RecordingMatomo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Matomo hears of the visitor, not of the CDN, once the server is told of it."""
    place, words = TOLD[server]
    name = server.upper()
    told = getattr(servers, name).replace(place, place + words, 1)
    monkeypatch.setattr(servers, name, told)
    monkeypatch.setattr(servers, "MODULES", f"{servers.MODULES} remoteip")
    matomo.received.clear()
    with proxy(server, matomo.address, tmp_path, matomo.port) as (port, _):
        assert send(port, asked("/m/c?x=1", X_Forwarded_For=FAR), VISITOR).status == 200
    assert matomo.received[0].values("x-forwarded-for") == [FAR]
