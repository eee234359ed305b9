"""Matomo must prove who it is: a hit is for nobody else."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

import pytest

from tests.first_party.conftest import APPS, SERVERS, proxy
from tests.first_party.recording_matomo import recording_matomo
from tests.first_party.wire import asked, send

MAKE = (
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
    "-subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem"
)


@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
@pytest.mark.parametrize("kind", [*APPS, *SERVERS])
def test_certificate(
    kind: str, known: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hit goes to a Matomo whose certificate is trusted, and to no other."""
    subprocess.run(MAKE.split(), cwd=tmp_path, check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    if known and kind in APPS:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    with recording_matomo(context) as matomo:
        to = f"https://localhost:{matomo.port}"
        trusted = ["--ca-file", f"{tmp_path}/cert.pem"] if known else []
        with proxy(kind, to, tmp_path, matomo.port, options=trusted) as (port, _):
            said = send(port, asked("/m/c?x=1"))
        refused = 500 if kind == "apache" else 502
        assert (said.status, len(matomo.received)) == ((200, 1) if known else (refused, 0))
